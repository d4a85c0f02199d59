package health.trellis.beliefs;

/** What a belief says something about. */
public enum BeliefAbout {
  SELF,
  OTHERS,
  WORLD
}
