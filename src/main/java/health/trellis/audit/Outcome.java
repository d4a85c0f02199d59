package health.trellis.audit;

/** How an act ended. */
public enum Outcome {
  DONE,
  /** There was nothing for who asked. */
  REFUSED,
  /** A fault came between. */
  FAILED
}
