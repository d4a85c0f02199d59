package health.trellis.support.web;

import java.util.Arrays;

/**
 * Keeps marks on a circle apart: each stays as near as can be to its own angle, in the same order,
 * and no two are closer than a gap.
 */
final class Spread {
  private static final double TURN = 360;

  private Spread() {}

  /**
   * The angles to draw at, in degrees, perhaps beyond one turn.
   *
   * @param angles the own angles, in rising order
   * @param gap the least distance of two neighbours, in degrees
   * @param left how many more places are left free where the widest gap is
   */
  static double[] apart(double[] angles, double gap, int left) {
    int n = angles.length;
    if (n < 2) {
      return angles.clone();
    }
    int first = afterWidest(angles);
    if (gap * (n + left) >= TURN) {
      return evenly(angles, first, left);
    }
    double[] wanted = new double[n];
    for (int i = 0; i < n; i++) {
      int at = first + i;
      wanted[i] = angles[at % n] + (at < n ? 0 : TURN) - i * gap;
    }
    double[] risen = rising(wanted);
    for (int i = 0; i < n; i++) {
      risen[i] += i * gap;
    }
    if (risen[n - 1] + gap * (1 + left) > risen[0] + TURN) {
      return evenly(angles, first, left);
    }
    return turned(risen, first);
  }

  /** Which angle is the first one after the widest gap. */
  static int afterWidest(double[] angles) {
    int n = angles.length;
    int best = 0;
    double widest = angles[0] + TURN - angles[n - 1];
    for (int i = 1; i < n; i++) {
      if (angles[i] - angles[i - 1] > widest) {
        widest = angles[i] - angles[i - 1];
        best = i;
      }
    }
    return best;
  }

  /** The nearest sequence that never falls: neighbours that fall are pooled at their mean. */
  private static double[] rising(double[] wanted) {
    int n = wanted.length;
    double[] means = new double[n];
    int[] sizes = new int[n];
    int pools = 0;
    for (double each : wanted) {
      means[pools] = each;
      sizes[pools++] = 1;
      while (pools > 1 && means[pools - 2] > means[pools - 1]) {
        int size = sizes[pools - 2] + sizes[pools - 1];
        means[pools - 2] =
            (means[pools - 2] * sizes[pools - 2] + means[pools - 1] * sizes[pools - 1]) / size;
        sizes[pools - 2] = size;
        pools--;
      }
    }
    double[] risen = new double[n];
    int at = 0;
    for (int pool = 0; pool < pools; pool++) {
      Arrays.fill(risen, at, at + sizes[pool], means[pool]);
      at += sizes[pool];
    }
    return risen;
  }

  private static double[] evenly(double[] angles, int first, int left) {
    int n = angles.length;
    double[] even = new double[n];
    for (int i = 0; i < n; i++) {
      even[i] = angles[first] + i * TURN / (n + left);
    }
    return turned(even, first);
  }

  /** The same with the first one at its own place again. */
  private static double[] turned(double[] angles, int first) {
    int n = angles.length;
    double[] back = new double[n];
    for (int i = 0; i < n; i++) {
      back[(first + i) % n] = angles[i];
    }
    return back;
  }
}
