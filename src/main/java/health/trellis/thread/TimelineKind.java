package health.trellis.thread;

/** What stands on a client's timeline. */
public enum TimelineKind {
  /** A session, when it began. */
  SESSION,
  /** A note, when it was signed, or saved last while it is a draft. */
  NOTE,
  /** An inventory, when it was submitted. */
  INVENTORY,
  /** A rating of a belief. */
  CONVICTION
}
