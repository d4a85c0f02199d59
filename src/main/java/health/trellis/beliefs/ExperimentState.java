package health.trellis.beliefs;

/** How far an experiment got; DONE and GIVEN_UP are final. */
public enum ExperimentState {
  PLANNED,
  DONE,
  GIVEN_UP
}
