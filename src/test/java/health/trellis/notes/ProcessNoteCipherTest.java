package health.trellis.notes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import health.trellis.kernel.ClientId;
import health.trellis.kernel.ClinicId;
import health.trellis.kernel.PersonId;
import health.trellis.kernel.ProcessNoteId;
import health.trellis.kernel.Setting;
import health.trellis.kernel.Settings;
import health.trellis.kernel.WrongSetting;
import health.trellis.launch.ProcessNoteKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProcessNoteCipherTest {
  private static final String WORDS = "I was angry with her, and I know why.";
  private static final ProcessNoteSubject NOTE =
      new ProcessNoteSubject(
          ProcessNoteId.next(),
          new ClientId(UUID.randomUUID()),
          new ClinicId(UUID.randomUUID()),
          new PersonId(UUID.randomUUID()));

  @TempDir private Path folder;
  private Path file = Path.of("");

  @BeforeEach
  void make() {
    file = folder.resolve("key.json");
    ProcessNoteKey.make(file);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        WORDS,
        "\n two lines \r\n and a tab\t",
        "\u05e9\u05dc\u05d5\u05dd \uD83C\uDF31 \u202eturned",
        "<script>alert(1)</script> ' \" & ]]>"
      })
  void what_was_sealed_opens_sign_for_sign(String text) {
    ProcessNoteCipher cipher = cipher();
    assertThat(cipher.open(cipher.seal(text, NOTE), NOTE)).isEqualTo(text);
  }

  @Test
  void the_longest_text_opens_too() {
    String longest = "\uD83C\uDF31".repeat(NoteText.LONGEST / 2);
    assertThat(cipher().open(cipher().seal(longest, NOTE), NOTE)).isEqualTo(longest);
  }

  @Test
  void what_is_sealed_shows_neither_words_nor_length_and_is_never_twice_the_same() {
    byte[] sealed = cipher().seal(WORDS, NOTE);
    assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("angry", "her");
    assertThat(cipher().seal("", NOTE)).hasSameSizeAs(sealed);
    assertThat(cipher().seal(WORDS, NOTE)).isNotEqualTo(sealed);
  }

  @Test
  void a_text_does_not_open_at_another_note_client_clinic_or_author() {
    byte[] sealed = cipher().seal(WORDS, NOTE);
    UUID other = UUID.randomUUID();
    for (ProcessNoteSubject elsewhere :
        List.of(
            new ProcessNoteSubject(
                new ProcessNoteId(other), NOTE.client(), NOTE.clinic(), NOTE.author()),
            new ProcessNoteSubject(NOTE.note(), new ClientId(other), NOTE.clinic(), NOTE.author()),
            new ProcessNoteSubject(NOTE.note(), NOTE.client(), new ClinicId(other), NOTE.author()),
            new ProcessNoteSubject(
                NOTE.note(), NOTE.client(), NOTE.clinic(), new PersonId(other)))) {
      assertThatThrownBy(() -> cipher().open(sealed, elsewhere))
          .isInstanceOf(UnopenedProcessNote.class);
    }
  }

  @Test
  void each_changed_bit_is_noticed_and_no_word_is_told_then() {
    byte[] sealed = cipher().seal(WORDS, NOTE);
    for (int at : new int[] {0, 1, 5, 17, sealed.length / 2, sealed.length - 1}) {
      byte[] changed = sealed.clone();
      changed[at] ^= 1;
      assertThatThrownBy(() -> cipher().open(changed, NOTE))
          .as("bit of byte %d", at)
          .isInstanceOf(UnopenedProcessNote.class)
          .hasMessageContaining(NOTE.note().toString())
          .hasMessageNotContaining("angry");
    }
  }

  @Test
  void after_a_rotation_the_new_key_seals_and_the_earlier_ones_open() throws IOException {
    ProcessNoteCipher before = cipher();
    byte[] old = before.seal(WORDS, NOTE);
    ProcessNoteKey.rotate(file);
    ProcessNoteCipher after = cipher();
    assertThat(after.open(old, NOTE)).isEqualTo(WORDS);
    byte[] renewed = after.seal(WORDS, NOTE);
    assertThatThrownBy(() -> before.open(renewed, NOTE)).isInstanceOf(UnopenedProcessNote.class);
    assertThat(after.keys()).hasSize(2).containsAll(before.keys()).contains(nameOf(renewed));
    ProcessNoteKey.rotate(file);
    assertThat(cipher().open(old, NOTE)).isEqualTo(cipher().open(renewed, NOTE));
  }

  @Test
  void what_another_file_of_keys_sealed_does_not_open() throws IOException {
    byte[] sealed = cipher().seal(WORDS, NOTE);
    Files.delete(file);
    ProcessNoteKey.make(file);
    assertThatThrownBy(() -> cipher().open(sealed, NOTE)).isInstanceOf(UnopenedProcessNote.class);
    assertThat(cipher().keys()).doesNotContain(nameOf(sealed));
  }

  @Test
  void a_file_that_is_missing_or_holds_something_else_is_told_by_the_settings_name()
      throws Exception {
    for (String content : List.of("", "{}", "no json", "{\"primaryKeyId\":1,\"key\":[]}")) {
      Files.writeString(file, content);
      assertThatThrownBy(this::cipher)
          .as(content)
          .isInstanceOf(WrongSetting.class)
          .hasMessageContaining(Setting.PROCESS_NOTES_KEY_FILE.variable());
    }
    Files.writeString(
        file,
        TinkJsonProtoKeysetFormat.serializeKeyset(
            KeysetHandle.generateNew(PredefinedAeadParameters.AES128_GCM),
            InsecureSecretKeyAccess.get()));
    assertThatThrownBy(this::cipher).hasMessageContaining("AES-256-GCM");
    Files.delete(file);
    assertThatThrownBy(this::cipher)
        .isInstanceOf(WrongSetting.class)
        .hasMessageContaining(Setting.PROCESS_NOTES_KEY_FILE.variable() + " names a file");
  }

  @Test
  void a_text_never_tells_itself_in_a_log() {
    NoteText text = new NoteText(Map.of("text", WORDS));
    assertThat(new DraftChange(UUID.randomUUID(), 1, text).toString()).doesNotContain("angry");
    assertThat(text.toString()).contains("text").doesNotContain("angry");
  }

  private static String nameOf(byte[] sealed) {
    return "%02x%02x%02x%02x".formatted(sealed[1], sealed[2], sealed[3], sealed[4]);
  }

  private ProcessNoteCipher cipher() {
    return ProcessNoteCipher.read(
        Settings.of(Map.of(Setting.PROCESS_NOTES_KEY_FILE.variable(), file.toString())));
  }
}
