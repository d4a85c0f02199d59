package health.trellis.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Days as addresses and date fields write them: {@code 2026-11-28}. */
public final class Days {
  private Days() {}

  /** The day that is meant; empty where none is. */
  public static Optional<LocalDate> read(@Nullable String text) {
    if (text == null || text.length() != 10) {
      return Optional.empty();
    }
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeException noDay) {
      return Optional.empty();
    }
  }
}
