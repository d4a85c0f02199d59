package health.trellis.thread;

import health.trellis.beliefs.BeliefPage;
import health.trellis.beliefs.EvidenceSide;
import java.util.List;

/**
 * One belief, with the sources of its evidence and the notes that are about it.
 *
 * @param evidence the latest first
 * @param notes those that the reader may see, the latest session first
 */
public record LedgerPage(BeliefPage page, List<EvidenceRow> evidence, List<LinkedNote> notes) {
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
