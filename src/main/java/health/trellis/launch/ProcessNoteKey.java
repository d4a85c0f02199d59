package health.trellis.launch;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import health.trellis.kernel.Setting;
import health.trellis.kernel.Settings;
import health.trellis.kernel.WrongSetting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;

/**
 * Makes the file with the keys of the process notes, and puts a new key first when told {@code
 * rotate}: the new one seals from then on, and the earlier ones go on opening. Only its owner can
 * read the file. The launcher makes it by itself; elsewhere this runs by itself, once.
 */
public final class ProcessNoteKey {
  /** Its name in the launcher's data folder. */
  static final String NAME = "process-notes-key.json";

  private ProcessNoteKey() {}

  /** Makes the file that the environment names, or rotates it; ends with 1 where it could not. */
  public static void main(String[] arguments) {
    try {
      Path file = Path.of(Settings.of(System.getenv()).text(Setting.PROCESS_NOTES_KEY_FILE));
      if (arguments.length == 1 && arguments[0].equals("rotate")) {
        rotate(file);
        System.out.println("A new key is first in " + file + "; start Trellis anew.");
      } else {
        make(file);
        System.out.println("The key is in " + file + ": keep a copy apart from the database.");
      }
    } catch (WrongSetting | Fault e) {
      System.err.println(e.getMessage());
      System.exit(1);
    }
  }

  /**
   * Makes the file, with one key.
   *
   * @throws Fault where it is there already, or cannot be written
   */
  public static void make(Path file) {
    if (Files.exists(file)) {
      throw new Fault("The file " + file + " is there already, and was left as it is.");
    }
    try {
      AeadConfig.register();
      write(file, KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM));
    } catch (GeneralSecurityException e) {
      throw new Fault("This Java cannot make a key of AES-256-GCM.", e);
    }
  }

  /**
   * Puts a new key first.
   *
   * @throws Fault where the file holds no keys, or cannot be written
   */
  public static void rotate(Path file) {
    try {
      AeadConfig.register();
      KeysetHandle earlier =
          TinkJsonProtoKeysetFormat.parseKeyset(
              Files.readString(file), InsecureSecretKeyAccess.get());
      write(
          file,
          KeysetHandle.newBuilder(earlier)
              .addEntry(
                  KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM)
                      .withRandomId()
                      .makePrimary())
              .build());
    } catch (IOException e) {
      throw new Fault("The file " + file + " cannot be read: see that it is there.", e);
    } catch (GeneralSecurityException e) {
      throw new Fault("The file " + file + " holds no keys of process notes.", e);
    }
  }

  /** Writes a new file beside the old one and puts it in its place, whole or not at all. */
  private static void write(Path file, KeysetHandle keys) throws GeneralSecurityException {
    String json = TinkJsonProtoKeysetFormat.serializeKeyset(keys, InsecureSecretKeyAccess.get());
    Path draft = file.resolveSibling(file.getFileName() + ".new");
    try {
      Files.deleteIfExists(draft);
      DataFolder.writePrivately(draft, json);
      Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new Fault("The file " + file + " cannot be written: see that its folder can be.", e);
    }
  }
}
