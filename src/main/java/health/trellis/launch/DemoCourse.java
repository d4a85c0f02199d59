package health.trellis.launch;

import java.util.random.RandomGenerator;

/**
 * The way in which an invented client's self-reliance changes over a treatment, on the answer scale
 * from 0 (never) to 4 (almost always), before any chance is added.
 */
enum DemoCourse {
  /** Comes down slowly, fastest at first. */
  IMPROVING(2.1, 3.0) {
    @Override
    double shift(double progress) {
      return -1.3 * Math.pow(progress, 0.8);
    }
  },
  /** Comes down soon, and then no further. */
  PLATEAU(2.0, 2.9) {
    @Override
    double shift(double progress) {
      return -0.7 * Math.min(1, progress / 0.3);
    }
  },
  /** Comes down, is nearly back at the beginning after a blow, and comes down again a little. */
  SETBACK(2.1, 2.9) {
    @Override
    double shift(double progress) {
      if (progress < 0.5) {
        return -2.0 * progress;
      }
      return progress < 0.7 ? -1 + (progress - 0.5) * 4.5 : -0.1 - (progress - 0.7) * 1.5;
    }
  },
  /** Has hardly changed when the client stops coming. */
  STOPPED(2.2, 3.1) {
    @Override
    double shift(double progress) {
      return -0.1 * progress;
    }
  },
  /** Stays where it was. */
  STEADY(1.6, 2.5) {
    @Override
    double shift(double progress) {
      return 0;
    }
  },
  /** Goes up. */
  WORSENING(1.4, 1.9) {
    @Override
    double shift(double progress) {
      return 1.1 * progress;
    }
  };

  private final double lowestStart;
  private final double highestStart;

  DemoCourse(double lowestStart, double highestStart) {
    this.lowestStart = lowestStart;
    this.highestStart = highestStart;
  }

  /** A level to begin at. */
  double start(RandomGenerator random) {
    return lowestStart + (highestStart - lowestStart) * random.nextDouble();
  }

  /**
   * How far the level has moved from the start.
   *
   * @param progress the part of the treatment that has passed, 0 to 1
   */
  abstract double shift(double progress);
}
