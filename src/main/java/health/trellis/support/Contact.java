package health.trellis.support;

/** How often a supporter and the client are in touch. */
public enum Contact {
  DAILY,
  WEEKLY,
  MONTHLY,
  /** A few times a year. */
  YEARLY,
  RARELY
}
