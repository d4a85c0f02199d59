package health.trellis.audit;

import java.time.LocalDate;

/** The last days, counted back from the day on which somebody asks. */
public enum Recent {
  TODAY(1),
  WEEK(7),
  MONTH(30),
  QUARTER(90);

  private final int days;

  Recent(int days) {
    this.days = days;
  }

  /** The first of them; that of asking is the last. */
  public LocalDate first(LocalDate today) {
    return today.minusDays(days - 1L);
  }
}
