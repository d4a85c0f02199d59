package health.trellis.notes;

import health.trellis.kernel.BeliefId;
import health.trellis.kernel.ClientId;
import health.trellis.kernel.GoalId;
import health.trellis.kernel.InvalidException;
import health.trellis.kernel.NoteId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which notes are looked for among those on one's own clients; what is null limits nothing.
 *
 * @param words what they say, as one types it into a search: words, "a phrase", or, -not; up to 100
 *     characters, empty for anything
 * @param belief the one that they are linked with, or are the source of evidence of
 * @param goal the one that they are linked with
 * @param from the first day of their sessions, in the clinic's time zone
 * @param until the last day
 * @param template the code of their form
 * @param after the note after which the page begins; null for the first page
 */
public record NoteQuery(
    String words,
    @Nullable ClientId client,
    @Nullable BeliefId belief,
    @Nullable GoalId goal,
    @Nullable LocalDate from,
    @Nullable LocalDate until,
    @Nullable String template,
    @Nullable NoteState state,
    @Nullable NoteId after) {
  private static final int LONGEST = 100;

  /** All notes on one client. */
  public static NoteQuery of(ClientId client) {
    return new NoteQuery("", client, null, null, null, null, null, null, null);
  }

  public NoteQuery {
    words = words.strip();
    if (words.length() > LONGEST || words.indexOf('\0') >= 0) {
      throw new InvalidException("text", "notes.search.words.long");
    }
    if (from != null && until != null && until.isBefore(from)) {
      throw new InvalidException("until", "notes.search.until.early");
    }
  }
}
