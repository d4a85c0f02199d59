package health.trellis.goals;

/** Who takes a step. */
public enum StepOwner {
  CLIENT,
  THERAPIST,
  OTHER
}
