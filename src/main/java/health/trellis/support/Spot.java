package health.trellis.support;

import health.trellis.kernel.Problems;
import java.util.List;

/**
 * Where a supporter stands on the map.
 *
 * @param circle how close, 1 (the closest) to 3
 * @param angle in whole degrees, clockwise from the top, 0 to 359
 */
public record Spot(int circle, int angle) {
  /** How many circles there are. */
  public static final int CIRCLES = 3;

  private static final int TURN = 360;

  /** Refuses what is on no circle. */
  public Spot {
    new Problems()
        .in("circle", "supporter.circle.wrong", circle < 1 || circle > CIRCLES)
        .in("angle", "supporter.angle.wrong", angle < 0 || angle >= TURN)
        .refuse();
  }

  /** In the middle of the widest gap on a circle that these leave; at the top of an empty one. */
  static Spot free(int circle, List<Spot> taken) {
    List<Integer> angles =
        taken.stream().filter(spot -> spot.circle == circle).map(Spot::angle).sorted().toList();
    int best = 0;
    int widest = 0;
    for (int i = 0; i < angles.size(); i++) {
      int from = angles.get(i);
      int to = i + 1 < angles.size() ? angles.get(i + 1) : angles.get(0) + TURN;
      if (to - from > widest) {
        widest = to - from;
        best = (from + widest / 2) % TURN;
      }
    }
    return new Spot(circle, best);
  }
}
