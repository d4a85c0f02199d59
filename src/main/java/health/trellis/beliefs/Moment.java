package health.trellis.beliefs;

/** When a belief is rated for an experiment: as it is planned, and once it is done. */
public enum Moment {
  BEFORE,
  AFTER
}
