package health.trellis.goals;

/** What of hyper-independence a goal touches: a characteristic, or a sign in daily life. */
public enum GoalFocus {
  HELP,
  SOLITUDE,
  VULNERABILITY,
  PERFECTIONISM,
  INTIMACY,
  DOES_ALL_ALONE,
  CANNOT_ASK,
  REFUSES_OFFERS,
  TRUSTS_NOBODYS_WORK,
  OVERWORKS,
  DECIDES_ALONE,
  TAKES_ALL_ON
}
