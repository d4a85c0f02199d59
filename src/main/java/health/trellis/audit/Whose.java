package health.trellis.audit;

/** Whose acts a therapist wants to see. */
public enum Whose {
  /** The own ones, and anybody's about the own clients. */
  ALL,
  OWN,
  /** What others did about the own clients. */
  OTHERS
}
