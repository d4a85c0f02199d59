package health.trellis.thread;

import health.trellis.kernel.BeliefId;
import java.util.HashSet;
import java.util.Set;

/**
 * Which beliefs come to a note's links, and which go; all others stay as they are, whoever chose
 * them meanwhile.
 */
public record LinkChange(Set<BeliefId> added, Set<BeliefId> removed) {
  public LinkChange {
    added = Set.copyOf(added);
    removed = Set.copyOf(removed);
  }

  /** What somebody changed who saw these beliefs chosen, and chose those. */
  public static LinkChange between(Set<BeliefId> seen, Set<BeliefId> chosen) {
    Set<BeliefId> added = new HashSet<>(chosen);
    added.removeAll(seen);
    Set<BeliefId> removed = new HashSet<>(seen);
    removed.removeAll(chosen);
    return new LinkChange(added, removed);
  }
}
