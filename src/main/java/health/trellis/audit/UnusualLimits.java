package health.trellis.audit;

/**
 * The thresholds of what is worth a look. They are guesses at what is rare in an ordinary practice,
 * and no more.
 */
public final class UnusualLimits {
  /** How many days back is looked. */
  public static final int DAYS = 30;

  /** More different clients than this in an hour by the clock. */
  public static final int CLIENTS_AN_HOUR = 20;

  /** More openings of records than this in a night. */
  public static final int OPENINGS_A_NIGHT = 10;

  /** The hour in the clinic's time zone at which a night ends. */
  public static final int MORNING = 6;

  /** The hour at which it begins. */
  public static final int EVENING = 22;

  /** More different clients than this in emergencies in all these days. */
  public static final int CLIENTS_IN_EMERGENCIES = 2;

  /** More refusals and failed sign-ins than this on a day. */
  public static final int REFUSALS_A_DAY = 10;

  /** How many lines are shown. */
  static final int SHOWN = 100;

  private UnusualLimits() {}
}
