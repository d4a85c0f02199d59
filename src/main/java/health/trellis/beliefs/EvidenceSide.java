package health.trellis.beliefs;

/** Whether evidence speaks for a belief or against it. */
public enum EvidenceSide {
  FOR,
  AGAINST
}
