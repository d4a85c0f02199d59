package health.trellis.sessions;

/** What became of a session. */
public enum Attendance {
  /** It was held. */
  ATTENDED,
  /** It was called off before its time. */
  CANCELLED,
  /** The client did not come. */
  NO_SHOW
}
