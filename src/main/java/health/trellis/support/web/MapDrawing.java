package health.trellis.support.web;

import health.trellis.support.Spot;
import health.trellis.support.SupporterView;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The geometry of a support map: who stands where, with the name beside the mark where all names
 * find room, and otherwise with a number that a key explains. It knows no words and no colours.
 *
 * @param frame the ground it is drawn on
 * @param marks the supporters, from the closest circle outwards and clockwise
 * @param keyed whether the names stand in a key
 * @param height of the whole, with its key
 */
record MapDrawing(MapFrame frame, List<Mark> marks, boolean keyed, double height) {
  private static final double BETWEEN = 3;
  private static final double SMALLEST = 4;
  private static final int LANES = 4;

  /**
   * One supporter.
   *
   * @param number counted through the whole map
   * @param x the middle of the mark
   * @param y the same from the top
   * @param r its radius
   * @param name where the name is written; in the key where the drawing is keyed
   */
  record Mark(SupporterView supporter, int number, double x, double y, double r, Name name) {}

  /** A name, perhaps cut, with the point it begins at, ends at or has its middle at. */
  record Name(String text, double x, double y, String anchor) {}

  /** Where a mark is, before its name is. */
  private record Place(SupporterView supporter, double x, double y, double r) {}

  /** The drawing of these supporters on that ground; words are written there already. */
  static MapDrawing of(List<SupporterView> supporters, MapFrame frame, List<NameBox> words) {
    List<Place> places = new ArrayList<>();
    double r = radius(supporters, frame);
    for (int circle = 1; circle <= Spot.CIRCLES; circle++) {
      places.addAll(onCircle(circle, supporters, frame, r));
    }
    List<@Nullable Name> beside = new NameRoom(frame, words, r).beside(points(places));
    boolean keyed = beside.contains(null);
    MapKey key = new MapKey(frame, circles(places));
    List<Mark> marks = new ArrayList<>();
    for (int i = 0; i < places.size(); i++) {
      Place at = places.get(i);
      Name name = beside.get(i);
      marks.add(
          new Mark(
              at.supporter(),
              i + 1,
              at.x(),
              at.y(),
              at.r(),
              keyed || name == null ? key.name(i, at.supporter().told().alias()) : name));
    }
    return new MapDrawing(frame, List.copyOf(marks), keyed, keyed ? key.height() : frame.height());
  }

  private static List<NameRoom.Point> points(List<Place> places) {
    return places.stream()
        .map(at -> new NameRoom.Point(at.supporter().told().alias(), at.x(), at.y()))
        .toList();
  }

  private static List<Integer> circles(List<Place> places) {
    return places.stream().map(at -> at.supporter().told().circle()).toList();
  }

  /** As large as all circles have room for. */
  private static double radius(List<SupporterView> supporters, MapFrame frame) {
    double r = frame.mark();
    for (int circle = 1; circle <= Spot.CIRCLES; circle++) {
      int n = on(circle, supporters).size();
      while (r > SMALLEST && lanes(n, circle, frame, r) > LANES) {
        r -= 0.5;
      }
    }
    return r;
  }

  /** In how many lanes so many marks have room beside each other. */
  private static int lanes(int n, int circle, MapFrame frame, double r) {
    int lanes = 1;
    while (n > lanes * capacity(lanes, circle, frame, r) && lanes <= LANES) {
      lanes++;
    }
    return lanes;
  }

  private static int capacity(int lanes, int circle, MapFrame frame, double r) {
    double width = frame.outer(circle) - frame.inner(circle);
    if (width / lanes < 2 * r) {
      return 0;
    }
    return (int) (2 * Math.PI * lane(0, lanes, circle, frame) / (2 * r + BETWEEN));
  }

  private static double lane(int lane, int lanes, int circle, MapFrame frame) {
    double width = frame.outer(circle) - frame.inner(circle);
    return lanes == 1 ? frame.middle(circle) : frame.inner(circle) + width * (lane + 0.5) / lanes;
  }

  private static List<Place> onCircle(
      int circle, List<SupporterView> supporters, MapFrame frame, double r) {
    List<SupporterView> on = on(circle, supporters);
    int lanes = Math.min(LANES, lanes(on.size(), circle, frame, r));
    double closest = lane(0, lanes, circle, frame);
    double gap = Math.toDegrees((2 * r + BETWEEN) / closest) / lanes;
    double[] angles = on.stream().mapToDouble(each -> each.told().spot().angle()).toArray();
    int first = on.isEmpty() ? 0 : Spread.afterWidest(angles);
    double[] drawn = Spread.apart(angles, gap, (lanes - on.size() % lanes) % lanes);
    List<Place> places = new ArrayList<>();
    for (int i = 0; i < on.size(); i++) {
      int lane = Math.floorMod(i - first, on.size()) % lanes;
      double distance = lane(lane, lanes, circle, frame);
      places.add(new Place(on.get(i), frame.x(distance, drawn[i]), frame.y(distance, drawn[i]), r));
    }
    return places;
  }

  private static List<SupporterView> on(int circle, List<SupporterView> supporters) {
    return supporters.stream()
        .filter(each -> each.told().circle() == circle)
        .sorted(
            Comparator.comparing((SupporterView each) -> each.told().spot().angle())
                .thenComparing(each -> each.id().value()))
        .toList();
  }

  /** The name as far as it has room, whole characters only, kept apart from its surroundings. */
  static String cut(String alias, int longest) {
    BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
    characters.setText(alias);
    int end = characters.first();
    for (int i = 0; i < longest && end != BreakIterator.DONE; i++) {
      end = characters.next();
    }
    boolean whole = end == BreakIterator.DONE || end == alias.length();
    return "\u2068" + (whole ? alias : alias.substring(0, end).strip() + "…") + "\u2069";
  }
}
