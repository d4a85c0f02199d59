package health.trellis.seal;

import java.util.List;

/**
 * What a check of the whole log found.
 *
 * @param batches how many were built again
 * @param events how many rows they hold
 * @param waiting how many events are not sealed yet
 * @param checkpoints how many signatures were checked
 * @param anchors how many lines from elsewhere were compared
 * @param records how many records were compared with their last event
 * @param notes what is worth knowing and not wrong, such as a restore
 * @param findings what is wrong, the first {@link Findings#MOST}
 * @param wrong how many things are wrong
 */
public record Report(
    long batches,
    long events,
    long waiting,
    long checkpoints,
    long anchors,
    long records,
    List<String> notes,
    List<Finding> findings,
    long wrong) {
  /** Whether nothing is wrong. */
  public boolean sound() {
    return wrong == 0;
  }
}
