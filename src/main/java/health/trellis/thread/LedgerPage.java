package health.trellis.thread;

import health.trellis.beliefs.BeliefPage;
import health.trellis.beliefs.EvidenceSide;
import health.trellis.goals.GoalView;
import java.util.List;

/**
 * One belief, with the sources of its evidence, the notes that are about it and the goals that work
 * against it.
 *
 * @param evidence the latest first
 * @param notes those that the reader may see, the latest session first
 * @param goals those that work against it, the first proposed first
 */
public record LedgerPage(
    BeliefPage page, List<EvidenceRow> evidence, List<LinkedNote> notes, List<GoalView> goals) {
  /** What speaks for the belief. */
  public List<EvidenceRow> pros() {
    return of(EvidenceSide.FOR);
  }

  /** What speaks against it. */
  public List<EvidenceRow> cons() {
    return of(EvidenceSide.AGAINST);
  }

  private List<EvidenceRow> of(EvidenceSide side) {
    return evidence.stream().filter(row -> row.evidence().side() == side).toList();
  }
}
