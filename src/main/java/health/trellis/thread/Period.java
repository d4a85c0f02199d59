package health.trellis.thread;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How far back a timeline is looked at. */
public enum Period {
  ALL(0),
  YEAR(12),
  QUARTER(3);

  private final int months;

  Period(int months) {
    this.months = months;
  }

  /** The one of this name in small letters, as addresses have it; all where there is none. */
  public static Period named(@Nullable String name) {
    return Arrays.stream(values())
        .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(name))
        .findFirst()
        .orElse(ALL);
  }

  /** The first day that it shows; none where it shows all. */
  Optional<LocalDate> from(LocalDate today) {
    return months == 0 ? Optional.empty() : Optional.of(today.minusMonths(months));
  }
}
