package health.trellis.thread;

/** What is measured over time. */
public enum Measure {
  /** The mean answer of an inventory or of one of its subscales. */
  INVENTORY,
  /** How true a belief feels, 0 to 100. */
  CONVICTION,
  /** How far a goal got over all, 0 to 10. */
  GOAL,
  /** How far a goal got by its levels, -2 to 2. */
  ATTAINMENT,
  /** What can be counted on the support map. */
  SUPPORT
}
