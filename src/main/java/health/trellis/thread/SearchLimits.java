package health.trellis.thread;

import java.util.List;

/**
 * By what a search over one client's notes can be limited.
 *
 * @param beliefs the first named first
 * @param goals the first proposed first
 */
public record SearchLimits(List<NamedBelief> beliefs, List<NamedGoal> goals) {
  /** By nothing. */
  public static final SearchLimits NONE = new SearchLimits(List.of(), List.of());
}
