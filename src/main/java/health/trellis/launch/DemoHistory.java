package health.trellis.launch;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.SplittableRandom;

/**
 * What an invented client has behind: when the treatment began, and the inventories since. It is
 * drawn by chance, but from the same seed always the same chance, whatever the other clients are.
 *
 * @param registeredAt when the clinic came to know this client
 * @param birthDate such that the client has the described age today
 * @param given the inventories, the oldest first
 * @param answers where the client's answers are drawn from
 */
record DemoHistory(
    Instant registeredAt,
    LocalDate birthDate,
    List<DemoAssignment> given,
    SplittableRandom answers) {
  /** Where the practice is. */
  static final ZoneId ZONE = ZoneId.of("Europe/London");

  static DemoHistory of(DemoClient client, Instant now, long seed) {
    SplittableRandom random = new SplittableRandom(31 * seed + client.name().hashCode());
    SplittableRandom dates = random.split();
    List<DemoAssignment> given = new DemoSchedule(client, now, ZONE, dates).list();
    Instant first = given.isEmpty() ? now : given.get(0).assignedAt();
    LocalDate birth =
        LocalDate.ofInstant(now, ZONE).minusYears(client.age()).minusDays(dates.nextInt(364));
    Instant registered = first.minus(Duration.ofMinutes(dates.nextInt(2_000, 12_000)));
    return new DemoHistory(registered, birth, given, random);
  }
}
