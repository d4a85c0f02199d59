package health.trellis.thread;

import java.util.List;

/**
 * One thing measured again and again.
 *
 * @param key names it among the series of its client, in addresses too
 * @param group what it is part of and has its scale from, such as the instrument's title; empty
 *     where the measure says it all
 * @param title the subscale, or the belief in the client's words
 * @param byClient whether the client rated; an inventory is always answered by the client
 * @param leading whether it stands for its group, as a total does for its subscales
 * @param lowest the lowest value that there can be
 * @param highest the highest value that there can be
 * @param points the oldest first, at least one
 */
public record Series(
    Measure measure,
    String key,
    String group,
    String title,
    boolean byClient,
    boolean leading,
    int lowest,
    int highest,
    List<SeriesPoint> points) {
  public Series {
    points = List.copyOf(points);
  }

  /** Whether it is drawn apart from what therapists rated of the same thing. */
  public boolean apart() {
    return byClient && measure != Measure.INVENTORY;
  }
}
