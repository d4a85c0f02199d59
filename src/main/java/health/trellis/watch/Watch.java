package health.trellis.watch;

import health.trellis.seal.Duty;
import health.trellis.seal.Sealing;
import jakarta.json.JsonObject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Takes the provider's events into the audit log as long as it runs: every few seconds the latest,
 * and every hour, as at the start, all that the provider still keeps. Which were taken stands in
 * the database, so that any number of these may run, stop and start.
 */
public final class Watch implements AutoCloseable {
  private static final Duration PAUSE = Duration.ofSeconds(5);
  private static final Duration BETWEEN_ALL = Duration.ofHours(1);

  /** How late an event may appear, or Keycloak's clock be set back, and still be seen at once. */
  private static final Duration OVERLAP = Duration.ofMinutes(15);

  private final ProviderEvents events;
  private final Clock clock;
  private final Duty duty;
  private Optional<Long> readAll = Optional.empty();

  private Watch(Sealing.Source source, ProviderEvents events, Clock clock, Consumer<String> told) {
    this.events = events;
    this.clock = clock;
    this.duty =
        Duty.begin("The log of sign-ins at Keycloak is read", PAUSE, source, this::once, told);
  }

  /**
   * Begins.
   *
   * @param source opens connections of the role trellis_sealer
   * @param told takes a sentence where something hinders it, and where it goes on
   */
  public static Watch start(
      Sealing.Source source, ProviderEvents events, Clock clock, Consumer<String> told) {
    return new Watch(source, events, clock, told);
  }

  private void once(Connection connection, boolean last) throws SQLException {
    if (last) {
      return;
    }
    connection.setAutoCommit(true);
    EventBook book = new EventBook(connection);
    long now = System.nanoTime();
    if (readAll.isEmpty() || now - readAll.get() > BETWEEN_ALL.toNanos()) {
      take(book, Instant.EPOCH);
      readAll = Optional.of(now);
    } else {
      take(book, earlier(book.last(), clock.instant()).minus(OVERLAP));
    }
  }

  private void take(EventBook book, Instant from) throws SQLException {
    int read = 0;
    List<JsonObject> page;
    do {
      page = events.list(from, read);
      read += page.size();
      List<ProviderEvent> told = page.stream().flatMap(e -> ProviderEvent.of(e).stream()).toList();
      Set<UUID> missing =
          book.missing(told.stream().map(ProviderEvent::id).collect(Collectors.toSet()));
      for (ProviderEvent event : told) {
        if (missing.contains(event.id())) {
          book.record(event);
        }
      }
    } while (page.size() == ProviderEvents.PAGE);
  }

  /** An event of the future is one of a clock that was wrong. */
  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  @Override
  public void close() {
    duty.close();
  }
}
