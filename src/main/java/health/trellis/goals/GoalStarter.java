package health.trellis.goals;

/**
 * A goal to begin with, made for hyper-independence: small, with one person, within a week. Its
 * words stand with all others of the pages; they are a beginning that client and therapist make
 * their own.
 */
public enum GoalStarter {
  ASK_SMALL(GoalFocus.HELP),
  ASK_EARLY(GoalFocus.HELP),
  ASK_AGAIN(GoalFocus.CANNOT_ASK),
  BORROW(GoalFocus.CANNOT_ASK),
  ACCEPT_UNPAID(GoalFocus.REFUSES_OFFERS),
  WAIT_BEFORE_NO(GoalFocus.REFUSES_OFFERS),
  TELL_HOW_IT_WAS(GoalFocus.VULNERABILITY),
  NOT_FINE(GoalFocus.VULNERABILITY),
  LEAVE_IMPERFECT(GoalFocus.PERFECTIONISM),
  GOOD_ENOUGH(GoalFocus.PERFECTIONISM),
  STAY_A_WHILE(GoalFocus.SOLITUDE),
  HARD_DAY_COMPANY(GoalFocus.SOLITUDE),
  TIME_WITH_ONE(GoalFocus.INTIMACY),
  RECEIVE_KINDNESS(GoalFocus.INTIMACY),
  WITH_ANOTHER(GoalFocus.DOES_ALL_ALONE),
  HAND_OVER(GoalFocus.TRUSTS_NOBODYS_WORK),
  STOP_ON_TIME(GoalFocus.OVERWORKS),
  HEAR_OPINION(GoalFocus.DECIDES_ALONE),
  GIVE_BACK(GoalFocus.TAKES_ALL_ON);

  private final GoalFocus focus;

  GoalStarter(GoalFocus focus) {
    this.focus = focus;
  }

  /** What of hyper-independence it touches. */
  public GoalFocus focus() {
    return focus;
  }
}
