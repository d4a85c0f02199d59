package health.trellis.thread;

import health.trellis.kernel.BeliefId;
import health.trellis.kernel.GoalId;
import java.util.HashSet;
import java.util.Set;

/** What comes to a note's links, and what goes. */
public record LinkChange(Of<BeliefId> beliefs, Of<GoalId> goals) {
  /**
   * Which records of one kind come, and which go; all others stay as they are, whoever chose them
   * meanwhile.
   */
  public record Of<T>(Set<T> added, Set<T> removed) {
    public Of {
      added = Set.copyOf(added);
      removed = Set.copyOf(removed);
    }

    /** What somebody changed who saw these records chosen, and chose those. */
    public static <T> Of<T> between(Set<T> seen, Set<T> chosen) {
      Set<T> added = new HashSet<>(chosen);
      added.removeAll(seen);
      Set<T> removed = new HashSet<>(seen);
      removed.removeAll(chosen);
      return new Of<>(added, removed);
    }
  }
}
