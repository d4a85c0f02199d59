package health.trellis.launch;

/** Waiting that ends at once, and with a fault, when the start is broken off. */
final class Interrupted {
  private Interrupted() {}

  /** Waits for a process that ends by itself, and gives its exit code. */
  static int unless(Process process) {
    try {
      return process.waitFor();
    } catch (InterruptedException e) {
      process.destroy();
      Thread.currentThread().interrupt();
      throw new Fault("The start was broken off.", e);
    }
  }

  /** Waits a while. */
  static void unless(long milliseconds) {
    try {
      Thread.sleep(milliseconds);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Fault("The start was broken off.", e);
    }
  }
}
