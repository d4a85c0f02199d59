package health.trellis.notes;

import health.trellis.kernel.Problems;

/** Why a note is sent back; it checks itself. */
public record ReturnDraft(String remark) {
  private static final int LONGEST = 2_000;

  public ReturnDraft {
    remark = remark.strip();
    new Problems()
        .in("remark", "cosign.remark.missing", remark.isEmpty())
        .in("remark", "cosign.remark.long", remark.length() > LONGEST || remark.indexOf('\0') >= 0)
        .refuse();
  }
}
