package health.trellis.support.web;

/**
 * The ground of a drawn map: its size and where its three circles lie, in units of the drawing. The
 * wide one has the names of a crowd on both sides, the narrow one below.
 *
 * @param width of the whole drawing
 * @param height of it without a key
 * @param cx the middle of the circles
 * @param cy the same from the top
 * @param hub the radius of the client's disc
 * @param radii of the three circles, the closest first
 * @param mark the radius of a supporter's mark
 * @param font the height of letters
 * @param longest how many characters of a name are written beside its mark
 */
record MapFrame(
    double width,
    double height,
    double cx,
    double cy,
    double hub,
    double[] radii,
    double mark,
    double font,
    int longest) {
  private static final double FIRST = 0.62;
  private static final double HALF = 0.5;

  static final MapFrame WIDE =
      new MapFrame(1000, 630, 500, 315, 28, new double[] {104, 204, 304}, 11, 15, 24);
  static final MapFrame NARROW =
      new MapFrame(336, 334, 168, 167, 17, new double[] {70, 118, 162}, 9.5, 13, 14);

  /** Where a circle's ground begins. */
  double inner(int circle) {
    return circle == 1 ? hub : radii[circle - 2];
  }

  /** Where it ends. */
  double outer(int circle) {
    return radii[circle - 1];
  }

  /** Where a mark stands on a circle: in its middle, or, where ties are short, further out. */
  double middle(int circle) {
    return inner(circle) + (outer(circle) - inner(circle)) * (circle == 1 ? FIRST : HALF);
  }

  /** Across, at some distance from the middle and some degrees clockwise from the top. */
  double x(double distance, double angle) {
    return cx + distance * Math.sin(Math.toRadians(angle));
  }

  /** Down, alike. */
  double y(double distance, double angle) {
    return cy - distance * Math.cos(Math.toRadians(angle));
  }
}
