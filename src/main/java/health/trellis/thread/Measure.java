package health.trellis.thread;

/** What is measured over time. */
public enum Measure {
  /** The mean answer of an inventory or of one of its subscales. */
  INVENTORY,
  /** How true a belief feels, 0 to 100. */
  CONVICTION
}
