package health.trellis.support.web;

import health.trellis.support.Tie;
import java.util.Locale;

/**
 * The line from the client to a supporter: what a tie is like is drawn by its shape, so that it can
 * be told without colour, and what flows by small arrows at the supporter's end.
 */
final class TieLine {
  private static final double ARROW = 8;
  private static final double HALF = 4;
  private static final double STEP = 5;
  private static final double SWING = 4;
  private static final double GAP = 5;

  private final MapFrame frame;
  private final double ux;
  private final double uy;
  private final double from;
  private final double to;

  TieLine(MapFrame frame, double x, double y, double r) {
    this.frame = frame;
    double dx = x - frame.cx();
    double dy = y - frame.cy();
    double distance = Math.hypot(dx, dy);
    this.ux = dx / distance;
    this.uy = dy / distance;
    this.from = frame.hub() + 2;
    this.to = distance - r - 4;
  }

  /** The line as an SVG path. */
  String path(Tie tie) {
    return switch (tie) {
      case STRONG, WEAK -> at("M", from, 0) + at("L", to, 0);
      case STRESSFUL -> zigzag();
      case BROKEN -> broken();
    };
  }

  private String zigzag() {
    StringBuilder path = new StringBuilder(at("M", from, 0));
    double end = Math.max(from, to - 2 * ARROW - 2);
    double side = SWING;
    for (double d = from + STEP / 2; d < end; d += STEP) {
      path.append(at("L", d, side));
      side = -side;
    }
    return path + at("L", end, 0) + at("L", to, 0);
  }

  /** With a gap and two strokes across it. */
  private String broken() {
    double middle = from + Math.max(GAP + 1, (to - 2 * ARROW - from) / 2);
    return at("M", from, 0)
        + at("L", middle - GAP, 0)
        + at("M", middle - GAP - 2, HALF + 1)
        + at("L", middle - GAP + 3, -HALF - 1)
        + at("M", middle + GAP - 3, HALF + 1)
        + at("L", middle + GAP + 2, -HALF - 1)
        + at("M", middle + GAP, 0)
        + at("L", Math.max(to, middle + GAP), 0);
  }

  /** The arrow of what flows to the supporter. */
  String outwards() {
    return at("M", to + 1, 0) + at("L", to - ARROW, HALF) + at("L", to - ARROW, -HALF) + "Z";
  }

  /** The arrow of what flows to the client, behind the other one where both are drawn. */
  String inwards(boolean both) {
    double base = both ? to - ARROW - 1 : to;
    return at("M", base - ARROW, 0) + at("L", base, HALF) + at("L", base, -HALF) + "Z";
  }

  /** A point some way along the line and some way beside it. */
  private String at(String command, double along, double beside) {
    double x = frame.cx() + ux * along - uy * beside;
    double y = frame.cy() + uy * along + ux * beside;
    return String.format(Locale.ROOT, "%s%.1f %.1f", command, x, y);
  }
}
