package health.trellis.notes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.trellis.kernel.ClientId;
import health.trellis.kernel.ConflictException;
import health.trellis.kernel.NoteId;
import health.trellis.kernel.RequestKey;
import health.trellis.security.CurrentCaller;
import health.trellis.security.Role;
import health.trellis.security.Visit;
import health.trellis.sessions.Attendance;
import health.trellis.sessions.Place;
import health.trellis.sessions.SessionDraft;
import health.trellis.testkit.inside.Owner;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A signed note inside the server: what the service refuses, before the database does. */
@ExtendWith(ArquillianExtension.class)
class SignedNoteIT {
  private static final ClientId IDA = ClientId.of("00000000-0000-7000-8000-00000000b009");

  @Inject private NoteService notes;
  @Inject private CurrentCaller caller;

  private final Owner owner = new Owner();

  @BeforeEach
  void treatIda() {
    owner.change(
        """
        insert into client (id, clinic_id, name, name_key, language, registered_by, registered_at,
            request_key)
          select '%1$s', clinic_id, 'Ida Lund', 'ida lund', 'en', id, now(), '%1$s'
          from person where email = 'admin@trellis.example' on conflict do nothing;
        insert into caseload (id, clinic_id, client_id, therapist_id, since, assigned_by)
          select gen_random_uuid(), clinic_id, '%1$s', id, now(), id from person
          where email = 'therapist@trellis.example' on conflict do nothing;
        """
            .formatted(IDA));
    String sub =
        owner.all("select sub from person where email = 'therapist@trellis.example'").get(0);
    caller.enter(new Visit(sub, Role.THERAPIST, "session", "127.0.0.1", UUID.randomUUID()));
  }

  @AfterEach
  void endTreatment() {
    owner.change(
        "update caseload set until = now() where until is null and client_id = '" + IDA + "'");
  }

  @Test
  void a_signed_note_is_not_written_in_whichever_version_is_named() {
    SessionDraft session =
        new SessionDraft(
            Instant.now(), Duration.ofMinutes(50), Place.PRACTICE, Attendance.ATTENDED, null);
    NoteId note =
        notes
            .begin(IDA, new NoteStart(session, NoteTemplate.FREE.code(), false), RequestKey.next())
            .orElseThrow();
    SavedDraft saved = notes.save(IDA, note, change(0, "What was said."));
    assertThat(saved.version()).isPositive();
    owner.change(
        "update session_note set signed_at = now(), signed_by = author_id, version = version + 1"
            + " where id = '"
            + note
            + "'");
    for (long version = 0; version <= saved.version() + 2; version++) {
      DraftChange late = change(version, "Something else.");
      assertThatThrownBy(() -> notes.save(IDA, note, late))
          .isInstanceOf(ConflictException.class)
          .hasMessage("conflict.signed");
    }
    assertThat(owner.all("select sections ->> 'text' from session_note where id = '" + note + "'"))
        .containsExactly("What was said.");
  }

  private static DraftChange change(long seen, String text) {
    return new DraftChange(UUID.randomUUID(), seen, new NoteText(Map.of("text", text)));
  }
}
