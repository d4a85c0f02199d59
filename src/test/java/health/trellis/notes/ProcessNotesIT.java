package health.trellis.notes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import health.trellis.clients.ClientAccess;
import health.trellis.kernel.ClientId;
import health.trellis.kernel.ConflictException;
import health.trellis.kernel.InvalidException;
import health.trellis.kernel.NotFoundException;
import health.trellis.kernel.ProcessNoteId;
import health.trellis.kernel.RequestKey;
import health.trellis.kernel.Setting;
import health.trellis.kernel.Settings;
import health.trellis.kernel.SettingsProducer;
import health.trellis.security.CurrentCaller;
import health.trellis.security.Role;
import health.trellis.security.Visit;
import health.trellis.testkit.inside.Owner;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Process notes inside the server: of one client, whom the therapist and a colleague treat. */
@ExtendWith(ArquillianExtension.class)
class ProcessNotesIT {
  private static final ClientId RUTH = ClientId.of("00000000-0000-7000-8000-00000000b001");
  private static final String TREAT =
      """
      insert into caseload (id, clinic_id, client_id, therapist_id, since, assigned_by)
        select gen_random_uuid(), clinic_id, '%s', id, now(), id from person
        where email in ('therapist@trellis.example', 'colleague@trellis.example')
        on conflict do nothing;
      update client set closed_at = null where id = '%1$s' and closed_at is not null;
      """
          .formatted(RUTH);
  private static final String END =
      "update caseload set until = now() where until is null and client_id = '" + RUTH + "'";

  @Inject private ProcessNoteService notes;
  @Inject private ProcessNoteCipher cipher;
  @Inject private CurrentCaller caller;
  @Inject private UserTransaction transaction;
  @Inject private ClientAccess access;
  @Inject private ProcessNoteRepository stock;

  private final Owner owner = new Owner();

  @BeforeEach
  void letBothTreatRuth() {
    owner.change(
        """
        insert into client (id, clinic_id, name, name_key, language, registered_by, registered_at,
            request_key)
          select '%s', clinic_id, 'Ruth Anders', 'ruth anders', 'en', id, now(), id
          from person where email = 'admin@trellis.example' on conflict do nothing;
        """
                .formatted(RUTH)
            + TREAT);
    enter("therapist", Role.THERAPIST);
  }

  @AfterEach
  void endTreatment() {
    owner.change(END);
  }

  @Test
  void its_author_writes_and_reads_it_and_nobody_else_finds_it() {
    String words = "between us " + UUID.randomUUID();
    ProcessNoteId note = write(words);
    assertThat(notes.open(RUTH, note).words()).isEqualTo(words);
    assertThat(notes.list(RUTH).rows()).extracting(ProcessNoteRow::id).contains(note);

    enter("colleague", Role.THERAPIST);
    assertThat(notes.list(RUTH).rows()).extracting(ProcessNoteRow::id).doesNotContain(note);
    notFound(() -> notes.open(RUTH, note));
    notFound(() -> notes.save(RUTH, note, change(1, "mine")));
    for (Map.Entry<String, Role> other :
        Map.of(
                "supervisor", Role.THERAPIST,
                "admin", Role.ADMINISTRATOR,
                "client", Role.CLIENT)
            .entrySet()) {
      enter(other.getKey(), other.getValue());
      notFound(() -> notes.list(RUTH));
      notFound(() -> notes.open(RUTH, note));
      notFound(() -> notes.save(RUTH, note, change(1, "mine")));
      notFound(() -> notes.begin(RUTH, RequestKey.next()));
    }

    owner.change(END);
    enter("therapist", Role.THERAPIST);
    notFound(() -> notes.open(RUTH, note));
    notFound(() -> notes.list(RUTH));
    notFound(() -> notes.save(RUTH, note, change(1, "later")));
    owner.change(TREAT);
    enter("therapist", Role.THERAPIST);
    assertThat(notes.open(RUTH, note).words()).isEqualTo(words);
  }

  @Test
  void the_database_and_its_log_hold_no_word_of_it() {
    String words = "unspoken " + UUID.randomUUID();
    ProcessNoteId note = write(words);
    notes.open(RUTH, note);
    assertThat(
            owner.all(
                "select position(convert_to(?, 'UTF8') in ciphertext) from process_note where id = ?",
                "unspoken",
                note.value()))
        .containsExactly("0");
    assertThat(
            owner.all(
                "select kind || ' ' || code from audit_event where entity_id = ? order by id",
                note.value()))
        .containsExactlyInAnyOrder(
            "act PROCESS_NOTE_BEGUN",
            "row ROW_INSERT",
            "row ROW_UPDATE",
            "act PROCESS_NOTE_SAVED",
            "act PROCESS_NOTE_READ");
    assertThat(
            owner.all(
                "select entity from audit_event where entity_id = ? and entity <> 'process_note'",
                note.value()))
        .isEmpty();
    assertThat(
            owner.all(
                "select id from audit_event where audit_event::text like '%' || ? || '%'",
                words.substring(9)))
        .isEmpty();
  }

  @Test
  void a_text_that_was_moved_to_another_note_is_refused_and_never_looks_empty() {
    ProcessNoteId one = write("the one");
    ProcessNoteId other = write("the other");
    String swap =
        """
        update process_note n set ciphertext = (select o.ciphertext from process_note o
          where o.id <> n.id and o.id in ('%1$s', '%2$s')) where n.id in ('%1$s', '%2$s')"""
            .formatted(one, other);
    owner.change(swap);
    assertThatThrownBy(() -> notes.open(RUTH, one)).isInstanceOf(UnopenedProcessNote.class);
    assertThatThrownBy(() -> notes.save(RUTH, one, change(0, "late")))
        .isInstanceOf(UnopenedProcessNote.class);
    owner.change(swap);
    assertThat(notes.open(RUTH, one).words()).isEqualTo("the one");
    assertThat(notes.open(RUTH, other).words()).isEqualTo("the other");
  }

  @Test
  void after_a_rotation_a_note_is_read_as_before_and_sealed_anew_when_it_is_saved()
      throws Exception {
    ProcessNoteId note = write("before");
    ProcessNoteCipher rotated = rotated();
    transaction.begin();
    try {
      long seen = notes.open(RUTH, note).version(); // which begins the context
      ProcessNote stored = stock.get(access.open(RUTH), caller.get().person(), note);
      assertThat(stored.text(rotated).in("text")).isEqualTo("before");
      stored.write(change(seen, "after"), rotated, Instant.EPOCH);
      assertThat(stored.text(rotated).in("text")).isEqualTo("after");
      assertThatThrownBy(() -> stored.text(cipher)).isInstanceOf(UnopenedProcessNote.class);
    } finally {
      transaction.rollback();
    }
  }

  @Test
  void every_sign_is_kept_and_what_no_text_holds_is_told() {
    String words = "\n<script>alert(1)</script> \u05e9\u05dc\u05d5\u05dd \uD83C\uDF31 \t' \" & ";
    assertThat(notes.open(RUTH, write(words)).words()).isEqualTo(words);
    ProcessNoteId note = notes.begin(RUTH, RequestKey.next());
    for (String refused : List.of("x".repeat(1_000_000), "NUL \0", "half a sign \uD83C")) {
      assertThatThrownBy(() -> notes.save(RUTH, note, change(0, refused)))
          .isInstanceOf(InvalidException.class);
    }
    assertThatThrownBy(
            () ->
                notes.save(
                    RUTH,
                    note,
                    new DraftChange(
                        UUID.randomUUID(), 0, new NoteText(Map.of("plan", "belongs elsewhere")))))
        .isInstanceOf(InvalidException.class);
  }

  @Test
  void of_two_windows_the_later_one_is_told_the_other_text_and_a_retry_counts_once() {
    ProcessNoteId note = notes.begin(RUTH, RequestKey.next());
    DraftChange first = change(0, "first");
    SavedDraft saved = notes.save(RUTH, note, first);
    assertThat(notes.save(RUTH, note, first).version()).isEqualTo(saved.version());
    SavedDraft told = notes.save(RUTH, note, change(0, "second"));
    assertThat(told.version()).isEqualTo(saved.version());
    assertThat(told.theirs()).isEqualTo(new NoteText(Map.of("text", "first")));
    notes.save(RUTH, note, change(told.version(), "first\n\nsecond"));
    assertThat(notes.open(RUTH, note).words()).isEqualTo("first\n\nsecond");
  }

  @Test
  void who_begins_twice_and_writes_nothing_has_begun_once() {
    RequestKey key = RequestKey.next();
    ProcessNoteId note = notes.begin(RUTH, key);
    assertThat(notes.begin(RUTH, RequestKey.next())).isEqualTo(note);
    notes.save(RUTH, note, change(0, "written"));
    assertThat(notes.begin(RUTH, RequestKey.next())).isNotEqualTo(note);
  }

  @Test
  void of_a_closed_case_all_is_read_and_nothing_is_written() {
    ProcessNoteId note = notes.begin(RUTH, RequestKey.next());
    DraftChange last = change(0, "the last words");
    SavedDraft saved = notes.save(RUTH, note, last);
    owner.change("update client set closed_at = now() where id = '" + RUTH + "'");
    assertThat(notes.open(RUTH, note).words()).isEqualTo("the last words");
    assertThat(notes.save(RUTH, note, last).version()).isEqualTo(saved.version());
    for (ThrowingCallable writing :
        List.<ThrowingCallable>of(
            () -> notes.save(RUTH, note, change(saved.version(), "more")),
            () -> notes.begin(RUTH, RequestKey.next()))) {
      assertThatThrownBy(writing)
          .isInstanceOf(ConflictException.class)
          .hasMessage("conflict.closed");
    }
  }

  private ProcessNoteId write(String words) {
    ProcessNoteId note = notes.begin(RUTH, RequestKey.next());
    notes.save(RUTH, note, change(0, words));
    return note;
  }

  private static DraftChange change(long seen, String words) {
    return new DraftChange(UUID.randomUUID(), seen, new NoteText(Map.of("text", words)));
  }

  /** The server's keys with a new one before them. */
  private static ProcessNoteCipher rotated() throws Exception {
    Path keys = Path.of(SettingsProducer.read().text(Setting.PROCESS_NOTES_KEY_FILE));
    KeysetHandle earlier =
        TinkJsonProtoKeysetFormat.parseKeyset(
            Files.readString(keys), InsecureSecretKeyAccess.get());
    KeysetHandle later =
        KeysetHandle.newBuilder(earlier)
            .addEntry(
                KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM)
                    .withRandomId()
                    .makePrimary())
            .build();
    Path file = Files.createTempFile("rotated", ".json");
    try {
      Files.writeString(
          file, TinkJsonProtoKeysetFormat.serializeKeyset(later, InsecureSecretKeyAccess.get()));
      return ProcessNoteCipher.read(
          Settings.of(Map.of(Setting.PROCESS_NOTES_KEY_FILE.variable(), file.toString())));
    } finally {
      Files.delete(file);
    }
  }

  private static void notFound(ThrowingCallable call) {
    assertThatThrownBy(call).isInstanceOf(NotFoundException.class);
  }

  private void enter(String userName, Role role) {
    String sub =
        owner.all("select sub from person where email = ?", userName + "@trellis.example").get(0);
    caller.enter(new Visit(sub, role, "session", "127.0.0.1", UUID.randomUUID()));
  }
}
