package health.trellis.audit;

import java.time.LocalDate;
import java.util.List;

/** The visits of one day in the clinic's time zone, the latest first. */
public record AccessDay(LocalDate day, List<AccessVisit> visits) {}
