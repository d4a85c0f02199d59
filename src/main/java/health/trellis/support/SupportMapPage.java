package health.trellis.support;

import health.trellis.clients.ClientHead;
import java.util.List;

/**
 * A client's map with all that stands around it.
 *
 * @param shown which moment's map it is
 * @param on who is on it, from the closest circle outwards and clockwise
 * @param gone who was on it once; empty for a map of the past
 * @param goals those that somebody is part of now; empty for a map of the past
 * @param kept the maps that were kept, the last one first
 * @param course the figures of the kept maps and of now, the oldest first
 * @param sharing whether the client keeps the map too
 * @param mayWrite whether the reader treats the client
 */
public record SupportMapPage(
    ClientHead head,
    ShownMoment shown,
    List<SupporterView> on,
    List<SupporterView> gone,
    List<InvolvingGoal> goals,
    List<KeptMapRow> kept,
    List<MeasuredMap> course,
    SharingState sharing,
    boolean mayWrite) {
  /** Whether it is the map as it stands, not one of the past. */
  public boolean current() {
    return shown.at() == null;
  }

  /** Whether the reader may write on it now. */
  public boolean open() {
    return mayWrite && current() && !head.closed();
  }

  /** The goals that somebody is part of, the first proposed first. */
  public List<InvolvingGoal> involving(SupporterView supporter) {
    return goals.stream().filter(goal -> goal.supporter().equals(supporter.id())).toList();
  }

  /** Whether there is room for one more. */
  public boolean room() {
    return on.size() < SupportBook.MOST;
  }

  /** The figures of the map that is shown. */
  public MapMeasures figures() {
    return MapMeasures.of(on, shown.day());
  }
}
