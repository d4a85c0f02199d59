package health.trellis.bench;

import java.io.IOException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/**
 * Whether the machine was quiet enough for the figures of a run to prove something.
 *
 * @param load the load average before the start
 * @param others the share of the processors that other programs used meanwhile
 */
record Validity(double load, double others) {
  /** What is being watched from now on. */
  record Watch(double load, double othersBefore, long since) {
    static Watch begin(double load) throws IOException {
      return new Watch(load, Machine.othersCpuSeconds(), System.nanoTime());
    }

    Validity end() throws IOException {
      double whole = (System.nanoTime() - since) / 1e9 * Runtime.getRuntime().availableProcessors();
      return new Validity(load, Math.max(0, Machine.othersCpuSeconds() - othersBefore) / whole);
    }
  }

  boolean holds() {
    return load <= Machine.MOST_LOAD && others <= Machine.MOST_OTHERS;
  }

  /** The verdict on a bound; times are worth nothing in a run that is invalid. */
  String verdict(boolean met) {
    if (!holds()) {
      return "invalid run";
    }
    return met ? "met" : "missed";
  }

  /** When, on what, and how quiet that was, as the head of a report. */
  String describe() throws IOException {
    return """
        %s on %s.
        Load average before the start %s; other programs used %.0f %% of the processors while it \
        measured. The run is %s."""
        .formatted(
            LocalDateTime.now(ZoneId.systemDefault())
                .truncatedTo(ChronoUnit.MINUTES)
                .toString()
                .replace('T', ' '),
            Machine.describe(),
            Figures.number(load),
            others * 100,
            holds() ? "valid" : "**invalid**, its figures prove nothing");
  }
}
