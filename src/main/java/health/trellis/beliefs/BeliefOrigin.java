package health.trellis.beliefs;

/** Where a belief was learned. */
public enum BeliefOrigin {
  ABANDONMENT,
  BROKEN_TRUST,
  BETRAYAL,
  CHILDHOOD_TRAUMA,
  OTHER
}
