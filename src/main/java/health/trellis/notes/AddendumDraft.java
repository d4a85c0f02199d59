package health.trellis.notes;

import health.trellis.kernel.Problems;

/** What is added to a signed note, and why; it checks itself. */
public record AddendumDraft(String reason, String body) {
  private static final int LONGEST_REASON = 200;
  private static final int LONGEST_BODY = 20_000;

  public AddendumDraft {
    reason = reason.strip();
    body = body.strip();
    new Problems()
        .in("reason", "note.addendum.reason.missing", reason.isEmpty())
        .in("reason", "note.addendum.reason.long", unusable(reason, LONGEST_REASON))
        .in("body", "note.addendum.body.missing", body.isEmpty())
        .in("body", "note.addendum.body.long", unusable(body, LONGEST_BODY))
        .refuse();
  }

  private static boolean unusable(String text, int longest) {
    return text.length() > longest || text.indexOf('\0') >= 0;
  }
}
