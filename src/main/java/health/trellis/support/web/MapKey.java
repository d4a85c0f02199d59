package health.trellis.support.web;

import health.trellis.support.web.MapDrawing.Name;
import java.util.List;

/**
 * The names of a crowded map, by their numbers: on both sides of a wide drawing, in two columns
 * below a narrow one.
 */
final class MapKey {
  private static final double LINE = 1.33;
  private static final double NUMBER = 2;
  private static final double TOP = 14;

  private final MapFrame frame;
  private final int rows;
  private final boolean below;

  MapKey(MapFrame frame, List<Integer> circles) {
    this.frame = frame;
    this.rows = (circles.size() + 1) / 2;
    this.below = frame.width() < frame.height() * 1.2;
  }

  /** How high the drawing is with it. */
  double height() {
    return below ? frame.height() + TOP + rows * line() + TOP : frame.height();
  }

  /** Where a name is written, counted from 0; its number stands before it. */
  Name name(int i, String alias) {
    boolean second = i >= rows;
    double x = (second ? column() : 0) + NUMBER * frame.font();
    double y = top() + (i % rows) * line();
    return new Name(MapDrawing.cut(alias, longest()), x, y, "start");
  }

  private int longest() {
    return (int) ((columnWidth() - NUMBER * frame.font()) / (frame.font() * 0.58));
  }

  private double columnWidth() {
    return below ? frame.width() / 2 : (frame.width() - 2 * frame.outer(3)) / 2 - 8;
  }

  private double column() {
    return below ? frame.width() / 2 : frame.cx() + frame.outer(3) + 12;
  }

  private double line() {
    return frame.font() * LINE;
  }

  private double top() {
    return below
        ? frame.height() + TOP + frame.font()
        : Math.max(frame.font(), frame.cy() - rows * line() / 2 + frame.font());
  }
}
