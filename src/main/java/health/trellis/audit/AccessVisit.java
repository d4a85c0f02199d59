package health.trellis.audit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one person did about the client without a long break.
 *
 * @param name who; null where the client knows no such person
 * @param reason what the emergency was; null where it was none
 * @param lines what was done, the latest first
 */
public record AccessVisit(
    Instant from,
    Instant until,
    @Nullable String name,
    Capacity as,
    Purpose why,
    @Nullable String reason,
    List<AccessLine> lines) {
  /** Of acts of one person, the latest first. */
  static AccessVisit of(List<AccessEvent> acts) {
    AccessEvent latest = acts.get(0);
    Map<String, Integer> times = new LinkedHashMap<>();
    acts.forEach(act -> times.merge(act.code(), 1, Integer::sum));
    if (times.size() > 1) {
      times.remove(OutsideAct.CLIENT_OPENED.name()); // every other act says so too
    }
    List<AccessLine> lines = new ArrayList<>();
    times.forEach((code, often) -> lines.add(new AccessLine(code, often)));
    return new AccessVisit(
        acts.get(acts.size() - 1).at(),
        latest.at(),
        latest.name(),
        latest.as(),
        latest.why(),
        latest.reason(),
        List.copyOf(lines));
  }
}
