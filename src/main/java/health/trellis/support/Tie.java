package health.trellis.support;

/** What holds a supporter and the client together, or does not any more. */
public enum Tie {
  STRONG,
  WEAK,
  STRESSFUL,
  BROKEN
}
