package health.trellis.support;

import java.time.LocalDate;
import java.util.List;

/**
 * What can be counted on a map: pure figures, with no norms and no verdict. The limits are
 * Trellis's own definitions (docs/support-map.md).
 *
 * @param size how many supporters are on it
 * @param closest how many of them in the first circle
 * @param close in the second
 * @param further in the third
 * @param mutual with how many something flows both ways
 * @param wouldBeAsked how many the client would rather ask than not: 6 or more of 10
 * @param asked how many were asked within the last 90 days
 * @param accepted how many of their offers the client took up so far
 * @param offered how many offers there were so far, taken up or not
 */
public record MapMeasures(
    int size,
    int closest,
    int close,
    int further,
    int mutual,
    int wouldBeAsked,
    int asked,
    int accepted,
    int offered) {
  /** From this answer on the client would rather ask than not; 5 is the middle of 0 to 10. */
  public static final int WOULD_ASK = 6;

  /** Who was asked longer ago than so many days does not count as asked. */
  public static final int ASKED_DAYS = 90;

  private static final int WHOLE = 100;

  /** The figures of a map as of a day; who is not on it counts nowhere. */
  public static MapMeasures of(List<SupporterView> supporters, LocalDate day) {
    List<SupporterView> on = supporters.stream().filter(SupporterView::onMap).toList();
    LocalDate since = day.minusDays(ASKED_DAYS);
    return new MapMeasures(
        on.size(),
        in(1, on),
        in(2, on),
        in(Spot.CIRCLES, on),
        (int) on.stream().filter(SupporterView::mutual).count(),
        (int) on.stream().filter(SupporterView::wouldBeAsked).count(),
        (int)
            on.stream()
                .filter(each -> each.told().askedOn() != null)
                .filter(each -> !since.isAfter(each.told().askedOn()))
                .count(),
        on.stream().mapToInt(each -> each.told().accepted()).sum(),
        on.stream().mapToInt(each -> each.told().accepted() + each.told().refused()).sum());
  }

  private static int in(int circle, List<SupporterView> on) {
    return (int) on.stream().filter(each -> each.told().circle() == circle).count();
  }

  /** With how many of a hundred something flows both ways; 0 for an empty map. */
  public int mutualShare() {
    return size == 0 ? 0 : Math.round((float) mutual * WHOLE / size);
  }
}
