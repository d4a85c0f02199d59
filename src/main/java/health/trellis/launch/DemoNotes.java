package health.trellis.launch;

import health.trellis.kernel.TimeOrderedUuid;
import jakarta.json.Json;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/**
 * The sessions of the invented clients and what their therapists wrote of them, as rows of the
 * database. A note begins as a draft and is signed in the same evening; the last one of a client
 * whose result waits is a draft still.
 */
final class DemoNotes {
  private static final int MOST = 5;
  private static final int MINUTES = 50;
  private static final Duration EVENING = Duration.ofHours(3);

  /**
   * What was said, what the therapist makes of it, what comes next; in the order of a treatment.
   */
  private static final String TEXTS =
      """
      Came ten minutes early and waited outside. Says it is easier to do things than to explain them. Grew up sorting out meals and bills from the age of eleven; nobody asked, so nobody was told.|Doing it all kept a home together once. The rule was made for that home and is still in force.|Keep a list for one week of offers of help, taken or not. No need to change anything yet.
      Brought the list: nine offers, none taken. Two were a surprise by being on it at all. Laughed at the one about the shopping bags.|Offers are heard as doubts about competence. The body answers first: shoulders, then a quick no.|Wait for three breaths before the next no. Write down what was feared in that gap.
      Took one offer, a lift to the station. Spoke of little else on the way, so as to have given something back. Felt watched, then oddly light.|First experiment with a result that does not fit the rule: nothing was asked in return. The debt was felt all the same.|Accept one thing and do not repay it for a week. Rate how strong the belief is before and after.
      A hard fortnight at work. Stayed late to redo what a colleague had finished. Could name the thought while doing it, and did it anyway.|Under strain the old way comes back at once; that is what it was for. Noticing it in the act is new.|Leave one task done imperfectly by somebody else, chosen beforehand and small.
      Asked a friend to come along to the doctor. Rehearsed the sentence for two days. The friend said yes before it was finished.|The forecast was certain and wrong. Conviction in the alternative is rising more slowly than the old one is falling.|Tell one person how it really was. Look at the inventory together next time.
      """;

  /** The practice's own template, and a note in it. */
  private static final String LAYOUT =
      """
      {"name": "First session", "sections": [
        {"name": "Why now", "hint": "What made this the moment to come.", "required": true},
        {"name": "Tried alone", "hint": "What was tried without anybody, and how far it carried.", "required": true},
        {"name": "Who knows", "hint": "Whom the client has told, and whom not.", "required": false},
        {"name": "What would help", "hint": "In the client’s own words, however small.", "required": true}]}
      """;

  private static final String FIRST =
      """
      {"Why now": "Slept at the office twice this month and told nobody. The third time a cleaner asked whether all was well, and there was no answer ready.",
       "Tried alone": "Lists, an app for habits, running at five in the morning. Each held for about two weeks. Never asked anybody to take over a task.",
       "Who knows": "Her sister knows about the sleep, not about the rest. Nobody at work.",
       "What would help": "Somebody who does not flinch when she says that she is tired."}
      """;

  private static final String SIGN =
      "update session_note set signed_at = ?, signed_by = author_id, version = 1 where id = ?";

  private final UUID clinic;
  private final Instant now;
  private final UUID template = TimeOrderedUuid.next();
  private final List<String[]> texts = TEXTS.lines().map(line -> line.split("\\|", -1)).toList();

  private final DemoTable sessions =
      new DemoTable(
          "insert into session (id, clinic_id, client_id, held_by, starts_at, minutes, place,"
              + " attendance, created_at, request_key) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
  private final DemoTable drafts =
      new DemoTable(
          "insert into session_note (id, clinic_id, client_id, session_id, author_id, template,"
              + " layout, sections, saved_at, saved_by, created_at)"
              + " values (?, ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb, ?, ?, ?)");
  private final DemoTable templates =
      new DemoTable(
          "insert into note_template (id, clinic_id, layout, made_by, made_at, changed_at,"
              + " request_key) values (?, ?, ?::jsonb, ?, ?, ?, ?)");
  private final DemoTable signatures = new DemoTable(SIGN);

  private final DemoTable training =
      new DemoTable("update supervision set trainee = true where clinic_id = ?");
  private final DemoTable signaturesInTraining = new DemoTable(SIGN);

  DemoNotes(UUID clinic, Instant now) {
    this.clinic = clinic;
    this.now = now;
    training.add(clinic);
  }

  /** The template that the practice made when it opened. */
  void offerTemplate(UUID administrator, Instant opened) {
    templates.add(template, clinic, LAYOUT, administrator, opened, opened, UUID.randomUUID());
  }

  /** The last sessions of one client with a therapist. */
  void write(DemoClient client, UUID id, UUID therapist) {
    int held = Math.min(MOST, client.answered());
    for (int i = 0; i < held; i++) {
      Instant starts = startOf(client, held - i);
      boolean missed = client.now() == DemoClient.Now.GONE && i == held - 1;
      UUID session = session(client, id, therapist, starts, missed);
      if (!missed) {
        boolean open = client.now() == DemoClient.Now.REVIEW && i == held - 1;
        boolean last = client.now() == DemoClient.Now.WAITING && i == held - 1;
        Instant at = starts.plus(EVENING);
        boolean first = i == 0 && client.notes().contains(DemoClient.Note.TEMPLATE);
        UUID note = TimeOrderedUuid.at(at.toEpochMilli());
        drafts.add(
            note,
            clinic,
            id,
            session,
            therapist,
            first ? template.toString() : "DAP",
            first ? LAYOUT : null,
            first ? FIRST : sections(texts.get(i), open),
            at,
            therapist,
            at);
        if (!open) {
          (last ? signaturesInTraining : signatures).add(at, note);
        }
      }
    }
  }

  void write(Connection owner) throws SQLException {
    for (DemoTable table :
        List.of(sessions, templates, drafts, signatures, training, signaturesInTraining)) {
      table.write(owner);
    }
  }

  private Instant startOf(DemoClient client, int weeksAgo) {
    return now.minus(Duration.ofDays(7L * weeksAgo - client.age() % 5))
        .atOffset(ZoneOffset.UTC)
        .with(LocalTime.of(8 + client.age() % 9, 0))
        .toInstant();
  }

  private UUID session(DemoClient client, UUID id, UUID therapist, Instant starts, boolean missed) {
    UUID session = TimeOrderedUuid.at(starts.toEpochMilli());
    sessions.add(
        session,
        clinic,
        id,
        therapist,
        starts,
        MINUTES,
        client.age() % 4 == 0 ? "VIDEO" : "PRACTICE",
        missed ? "NO_SHOW" : "ATTENDED",
        starts,
        UUID.randomUUID());
    return session;
  }

  private static String sections(String[] text, boolean open) {
    return Json.createObjectBuilder()
        .add("data", text[0])
        .add("assessment", text[1])
        .add("plan", open ? "" : text[2])
        .build()
        .toString();
  }
}
