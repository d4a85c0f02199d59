package health.trellis.emergency;

import health.trellis.kernel.Problems;

/**
 * Why a record has to be opened; it checks itself.
 *
 * @param reason what the client and those who treat the client read, of 20 to 1,000 characters
 */
public record ReasonDraft(String reason) {
  private static final int SHORTEST = 20;
  private static final int LONGEST = 1000;

  /** Trims what was typed. */
  public ReasonDraft {
    reason = reason.strip();
    problems(reason).refuse();
  }

  static Problems problems(String reason) {
    return new Problems()
        .in("reason", "emergency.reason.none", reason.isEmpty())
        .in("reason", "emergency.reason.short", reason.length() < SHORTEST)
        .in(
            "reason",
            "emergency.reason.long",
            reason.length() > LONGEST || reason.indexOf('\0') >= 0);
  }
}
