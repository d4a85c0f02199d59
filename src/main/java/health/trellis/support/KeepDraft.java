package health.trellis.support;

import health.trellis.kernel.Problems;
import health.trellis.kernel.SessionId;
import org.jspecify.annotations.Nullable;

/**
 * What is said of a map that is kept; it checks itself.
 *
 * @param session the session that it was drawn in; null without
 * @param remark up to 300 characters; null without
 */
public record KeepDraft(@Nullable SessionId session, @Nullable String remark) {
  private static final int LONGEST = 300;

  /** Trims what was typed. */
  public KeepDraft {
    remark = remark == null || remark.isBlank() ? null : remark.strip();
    new Problems().in("remark", "support.remark.long", unusable(remark)).refuse();
  }

  private static boolean unusable(@Nullable String remark) {
    return remark != null && (remark.length() > LONGEST || remark.indexOf('\0') >= 0);
  }
}
