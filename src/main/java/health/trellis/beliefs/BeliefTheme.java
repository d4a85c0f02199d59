package health.trellis.beliefs;

/** What beliefs under hyper-independence are about; OWN is one in the therapist's words. */
public enum BeliefTheme {
  HELP_IS_WEAKNESS,
  OTHERS_LET_ME_DOWN,
  MUST_BE_PERFECT,
  CLOSENESS_IS_DANGER,
  ALONE_IS_SAFE,
  ALL_DEPENDS_ON_ME,
  OWN
}
