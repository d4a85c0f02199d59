package health.trellis.support.web;

/** The ground that a name or a mark covers, in units of the drawing. */
record NameBox(double left, double top, double right, double bottom) {
  private static final double WIDE = 1.08;
  private static final double USUAL = 0.61;
  private static final double THIN = 0.36;
  private static final int FIRST_WIDE = 0x2E80;

  /** A name that begins, ends or has its middle at a point on its baseline. */
  static NameBox of(String name, double x, double y, String anchor, double font) {
    double width = width(name, font);
    double left = anchor.equals("start") ? x : anchor.equals("end") ? x - width : x - width / 2;
    return new NameBox(left - 2, y - font * 0.82, left + width + 2, y + font * 0.26);
  }

  /** A disc. */
  static NameBox around(double x, double y, double radius) {
    return new NameBox(x - radius, y - radius, x + radius, y + radius);
  }

  boolean meets(NameBox other) {
    return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
  }

  /** Whether a straight line goes through it. */
  boolean crossed(double x1, double y1, double x2, double y2) {
    double from = 0;
    double to = 1;
    double[][] sides = {{x2 - x1, left - x1, right - x1}, {y2 - y1, top - y1, bottom - y1}};
    for (double[] side : sides) {
      if (side[0] == 0) {
        if (side[1] > 0 || side[2] < 0) {
          return false;
        }
      } else {
        from = Math.max(from, Math.min(side[1] / side[0], side[2] / side[0]));
        to = Math.min(to, Math.max(side[1] / side[0], side[2] / side[0]));
      }
    }
    return from < to;
  }

  boolean within(MapFrame frame) {
    return left >= 0 && right <= frame.width() && top >= 0 && bottom <= frame.height();
  }

  /** How wide a name is about, since no font is known here. */
  static double width(String name, double font) {
    return name.codePoints().mapToDouble(NameBox::share).sum() * font;
  }

  private static double share(int sign) {
    int kind = Character.getType(sign);
    if (kind == Character.FORMAT || kind == Character.NON_SPACING_MARK) {
      return 0;
    }
    if (sign >= FIRST_WIDE || Character.isUpperCase(sign) && "MW".indexOf(sign) >= 0) {
      return sign >= FIRST_WIDE ? WIDE : USUAL * 1.6;
    }
    return "iljtfrI.,' ".indexOf(sign) >= 0 ? THIN : USUAL;
  }
}
