package health.trellis.notes;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeyStatus;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import health.trellis.kernel.Setting;
import health.trellis.kernel.Settings;
import health.trellis.kernel.WrongSetting;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What seals the text of a process note and opens it again: AES-256-GCM by Tink, with keys from a
 * file that the database does not have. The first key of the file seals, every key opens. A text is
 * filled up to whole blocks, so that its length tells little. See
 * docs/decisions/0020-encrypt-process-notes-outside-the-database.md.
 */
public final class ProcessNoteCipher {
  private static final int BLOCK = 1_024;

  private final Aead aead;
  private final List<String> keys;

  private ProcessNoteCipher(Aead aead, List<String> keys) {
    this.aead = aead;
    this.keys = keys;
  }

  /**
   * Reads the keys from the file that the settings name.
   *
   * @throws WrongSetting where there is no such file, or no such keys in it
   */
  public static ProcessNoteCipher read(Settings settings) {
    Path file = Path.of(settings.text(Setting.PROCESS_NOTES_KEY_FILE));
    try {
      AeadConfig.register();
      KeysetHandle keyset =
          TinkJsonProtoKeysetFormat.parseKeyset(
              Files.readString(file), InsecureSecretKeyAccess.get());
      return new ProcessNoteCipher(
          keyset.getPrimitive(RegistryConfiguration.get(), Aead.class), enabled(keyset));
    } catch (IOException unreadable) {
      throw wrong("names a file that cannot be read: " + file);
    } catch (GeneralSecurityException | IllegalStateException | ClassCastException malformed) {
      throw wrong("names a file that holds no keys of process notes: " + file);
    }
  }

  private static List<String> enabled(KeysetHandle keyset) {
    return IntStream.range(0, keyset.size())
        .mapToObj(keyset::getAt)
        .filter(entry -> entry.getStatus() == KeyStatus.ENABLED)
        .map(ProcessNoteCipher::nameOf)
        .toList();
  }

  private static String nameOf(KeysetHandle.Entry entry) {
    if (!entry.getKey().getParameters().equals(PredefinedAeadParameters.AES256_GCM)) {
      throw wrong("names a file with a key that is not of AES-256-GCM.");
    }
    return HexFormat.of().toHexDigits(entry.getId());
  }

  private static WrongSetting wrong(String fault) {
    return new WrongSetting(Setting.PROCESS_NOTES_KEY_FILE, fault);
  }

  /** The names of the keys, as the second to fifth byte of what one of them sealed say it. */
  List<String> keys() {
    return keys;
  }

  /** Seals a text, which holds no NUL, for this note alone. */
  public byte[] seal(String text, ProcessNoteSubject subject) {
    byte[] words = text.getBytes(StandardCharsets.UTF_8);
    byte[] filled = Arrays.copyOf(words, (words.length / BLOCK + 1) * BLOCK);
    try {
      return aead.encrypt(filled, subject.bytes());
    } catch (GeneralSecurityException fault) {
      throw new UnopenedProcessNote(subject.note(), fault);
    }
  }

  /**
   * Opens what was sealed for this note.
   *
   * @throws UnopenedProcessNote where it was sealed for another one, with a key that is not here,
   *     or changed since
   */
  String open(byte[] sealed, ProcessNoteSubject subject) {
    try {
      byte[] filled = aead.decrypt(sealed, subject.bytes());
      int end = filled.length;
      while (end > 0 && filled[end - 1] == 0) {
        end--;
      }
      return new String(filled, 0, end, StandardCharsets.UTF_8);
    } catch (GeneralSecurityException fault) {
      throw new UnopenedProcessNote(subject.note(), fault);
    }
  }
}
