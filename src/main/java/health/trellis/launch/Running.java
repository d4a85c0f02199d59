package health.trellis.launch;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * What was started so far, so that it ends in the opposite order. Once ended it takes nothing new:
 * what is added then is ended on the spot, for the start was broken off while it came up.
 */
final class Running {
  private final Deque<Runnable> ends = new ArrayDeque<>();
  private boolean over;

  /** Remembers how to end something that runs now. */
  void add(Runnable end) {
    synchronized (this) {
      if (!over) {
        ends.push(end);
        return;
      }
    }
    end.run();
    throw new Fault("The start was broken off.");
  }

  /** Ends everything, the last one first; a second call waits for the first and does nothing. */
  synchronized void end() {
    over = true;
    while (!ends.isEmpty()) {
      ends.pop().run();
    }
  }
}
