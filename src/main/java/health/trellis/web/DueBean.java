package health.trellis.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** How a due date stands to today in the clinic's time zone. */
@Named("due")
@RequestScoped
public class DueBean {
  @Inject private SayBean say;

  /** Late by days, today, tomorrow, or on its day. */
  public String says(LocalDate dueOn) {
    long days = ChronoUnit.DAYS.between(say.currentDay(), dueOn);
    if (days < 0) {
      return say.of("due.late", -days);
    }
    if (days > 1) {
      return say.of("due.on", say.dueDay(dueOn));
    }
    return say.of(days == 0 ? "due.today" : "due.tomorrow");
  }

  /** Whether it has passed. */
  public boolean past(LocalDate dueOn) {
    return dueOn.isBefore(say.currentDay());
  }
}
