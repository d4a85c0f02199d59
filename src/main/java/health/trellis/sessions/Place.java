package health.trellis.sessions;

/** Where a session is held. */
public enum Place {
  PRACTICE,
  VIDEO,
  PHONE,
  ELSEWHERE
}
