package health.trellis.support.web;

import health.trellis.support.web.MapDrawing.Name;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Looks for room beside each mark for its name, such that no name covers a mark or a name. */
final class NameRoom {
  private static final double BESIDE = 5;

  /** A mark that wants its name beside it. */
  record Point(String name, double x, double y) {}

  private final MapFrame frame;
  private final List<NameBox> taken;
  private final double r;

  NameRoom(MapFrame frame, List<NameBox> words, double r) {
    this.frame = frame;
    this.taken = new ArrayList<>(words);
    this.r = r;
    taken.add(NameBox.around(frame.cx(), frame.cy(), frame.hub()));
  }

  /** Where each name is written, in the same order; null where one finds no room. */
  List<@Nullable Name> beside(List<Point> points) {
    points.forEach(point -> taken.add(NameBox.around(point.x(), point.y(), r + 1)));
    List<@Nullable Name> names = new ArrayList<>(Collections.nCopies(points.size(), null));
    for (int i = points.size() - 1; i >= 0; i--) { // outside there is less choice
      Name found = find(points.get(i), points);
      if (found != null) {
        names.set(i, found);
        taken.add(NameBox.of(found.text(), found.x(), found.y(), found.anchor(), frame.font()));
      }
    }
    return names;
  }

  /** Where no tie goes through the name, or else where there is room at all. */
  private @Nullable Name find(Point point, List<Point> points) {
    String text = MapDrawing.cut(point.name(), frame.longest());
    Name second = null;
    for (Name name : candidates(text, point)) {
      NameBox box = NameBox.of(text, name.x(), name.y(), name.anchor(), frame.font());
      if (box.within(frame) && taken.stream().noneMatch(box::meets)) {
        if (points.stream().noneMatch(each -> crossed(box, each))) {
          return name;
        }
        second = second == null ? name : second;
      }
    }
    return second;
  }

  private boolean crossed(NameBox box, Point other) {
    return box.crossed(frame.cx(), frame.cy(), other.x(), other.y());
  }

  /** Away from the middle first. */
  private List<Name> candidates(String text, Point point) {
    double middle = point.y() + frame.font() * 0.33;
    double across = r + BESIDE;
    Name right = new Name(text, point.x() + across, middle, "start");
    Name left = new Name(text, point.x() - across, middle, "end");
    Name above = new Name(text, point.x(), point.y() - r - BESIDE, "middle");
    Name below = new Name(text, point.x(), point.y() + r + frame.font(), "middle");
    double dx = point.x() - frame.cx();
    double dy = point.y() - frame.cy();
    List<Name> order = new ArrayList<>(List.of(dx >= 0 ? right : left));
    order.add(Math.abs(dy) > 2 * Math.abs(dx) ? 0 : 1, dy > 0 ? below : above);
    order.add(dy > 0 ? above : below);
    order.add(dx >= 0 ? left : right);
    double inwards = dx >= 0 ? r : -r;
    String anchor = dx >= 0 ? "end" : "start";
    order.add(2, new Name(text, point.x() + inwards, above.y(), anchor));
    order.add(2, new Name(text, point.x() + inwards, below.y(), anchor));
    return order;
  }
}
