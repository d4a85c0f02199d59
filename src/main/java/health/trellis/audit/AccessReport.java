package health.trellis.audit;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of the report to a client: who looked at something or changed it, the latest first.
 *
 * @param next the act after which the next page begins; null on the last page
 * @param first whether nothing stands before this page
 * @param own whether what the client did is told too
 * @param check the last check of the log; null where there was none
 */
public record AccessReport(
    List<AccessDay> days,
    @Nullable EventNumber next,
    boolean first,
    boolean own,
    @Nullable LastCheck check) {
  /** After so long a break, what the same person does is told as another visit. */
  private static final Duration BREAK = Duration.ofHours(1);

  /**
   * Of acts, the latest first.
   *
   * @param most how many visits a page shows
   * @param complete whether no older acts follow
   */
  static AccessReport of(
      List<AccessEvent> acts, int most, boolean complete, ZoneId zone, AccessReport beginning) {
    List<AccessDay> days = new ArrayList<>();
    int told = 0;
    int at = 0;
    while (at < acts.size() && told < most) {
      int end = endOfVisit(acts, at, zone);
      LocalDate day = dayOf(acts.get(at), zone);
      if (days.isEmpty() || !days.get(days.size() - 1).day().equals(day)) {
        days.add(new AccessDay(day, new ArrayList<>()));
      }
      days.get(days.size() - 1).visits().add(AccessVisit.of(acts.subList(at, end)));
      told++;
      at = end;
    }
    boolean more = at < acts.size() || (!complete && at > 0);
    return new AccessReport(
        List.copyOf(days),
        more ? acts.get(at - 1).number() : null,
        beginning.first,
        beginning.own,
        beginning.check);
  }

  private static int endOfVisit(List<AccessEvent> acts, int begin, ZoneId zone) {
    int end = begin + 1;
    while (end < acts.size() && belongs(acts.get(end), acts.get(end - 1), zone)) {
      end++;
    }
    return end;
  }

  private static boolean belongs(AccessEvent older, AccessEvent newer, ZoneId zone) {
    return older.continues(newer)
        && dayOf(older, zone).equals(dayOf(newer, zone))
        && Duration.between(older.at(), newer.at()).compareTo(BREAK) <= 0;
  }

  private static LocalDate dayOf(AccessEvent act, ZoneId zone) {
    return LocalDate.ofInstant(act.at(), zone);
  }
}
