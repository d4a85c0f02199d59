package health.trellis.notes;

import health.trellis.kernel.InvalidException;

/** What is added to a signed note, and why; it checks itself. */
public record AddendumDraft(String reason, String body) {
  private static final int LONGEST_REASON = 200;
  private static final int LONGEST_BODY = 20_000;

  public AddendumDraft {
    reason = reason.strip();
    body = body.strip();
    if (reason.isEmpty()) {
      throw new InvalidException("reason", "note.addendum.reason.missing");
    }
    if (body.isEmpty()) {
      throw new InvalidException("body", "note.addendum.body.missing");
    }
    if (reason.length() > LONGEST_REASON || reason.indexOf('\0') >= 0) {
      throw new InvalidException("reason", "note.addendum.reason.long");
    }
    if (body.length() > LONGEST_BODY || body.indexOf('\0') >= 0) {
      throw new InvalidException("body", "note.addendum.body.long");
    }
  }
}
