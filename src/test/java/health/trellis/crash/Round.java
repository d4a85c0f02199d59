package health.trellis.crash;

import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The time between a start and a kill: once everybody writes, a moment is drawn. */
final class Round {
  private static final int MOST_MILLIS = 1500;
  private static final int MOST_MILLIS_OF_SIGNING = 40;
  private static final int PATIENCE_SECONDS = 60;

  private final Random random;
  private final CountDownLatch firstSaves;
  private volatile CountDownLatch signature = new CountDownLatch(1);

  Round(int writers, Random random) {
    this.random = random;
    this.firstSaves = new CountDownLatch(2 * writers);
  }

  /** A save was acknowledged. */
  void saved() {
    firstSaves.countDown();
  }

  /** A signature is on its way from here on. */
  void signing() {
    signature.countDown();
  }

  /**
   * Waits until the moment: any, or in every second round one while a note is being signed.
   *
   * @return whether it came
   */
  boolean awaitMoment() throws InterruptedException {
    boolean anyMoment = random.nextBoolean();
    if (!firstSaves.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      return false;
    }
    if (anyMoment) {
      Thread.sleep(random.nextInt(MOST_MILLIS));
      return true;
    }
    signature = new CountDownLatch(1);
    if (!signature.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      return false;
    }
    Thread.sleep(random.nextInt(MOST_MILLIS_OF_SIGNING));
    return true;
  }
}
