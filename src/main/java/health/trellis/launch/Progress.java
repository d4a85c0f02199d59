package health.trellis.launch;

import java.util.Locale;
import java.util.concurrent.Callable;

/** The lines a person reads while Trellis starts: one for each step, with the time it took. */
@FunctionalInterface
public interface Progress {
  /** Says one line. */
  void say(String line);

  /** Lines on the console. */
  static Progress console() {
    return line -> {
      System.out.println(line);
      System.out.flush();
    };
  }

  /** No lines at all, for tests. */
  static Progress silent() {
    return line -> {};
  }

  /** Does a step and says that it is done, and in what time. */
  default <T> T step(String done, Callable<T> work) {
    long start = System.nanoTime();
    try {
      T result = work.call();
      say(String.format(Locale.ROOT, "%-58s %6.1f s", done, (System.nanoTime() - start) / 1e9));
      return result;
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new Fault("This step failed: " + done + " (" + e.getMessage() + ").", e);
    }
  }
}
