package health.trellis.seal;

import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Something that is done over and over, through a connection of its own. Where the database goes
 * away it waits and goes on with a new one, and says so once. On closing it is done a last time.
 */
public final class Duty implements AutoCloseable {
  private static final Duration END = Duration.ofSeconds(20);

  private final Thread thread;
  private final Duration pause;
  private final Sealing.Source source;
  private final Work work;
  private final Consumer<String> told;
  private final CountDownLatch ending = new CountDownLatch(1);
  private @Nullable Connection connection;
  private boolean troubled;

  /** What is done. */
  @FunctionalInterface
  public interface Work {
    /**
     * Does it once.
     *
     * @param last whether it is not done again
     */
    void once(Connection connection, boolean last) throws SQLException;
  }

  private Duty(
      String name, Duration pause, Sealing.Source source, Work work, Consumer<String> told) {
    this.thread = new Thread(this::run, name);
    this.pause = pause;
    this.source = source;
    this.work = work;
    this.told = told;
  }

  /** Begins it; the name says what is done, as in "The audit log is sealed". */
  public static Duty begin(
      String name, Duration pause, Sealing.Source source, Work work, Consumer<String> told) {
    Duty duty = new Duty(name, pause, source, work, told);
    duty.thread.setDaemon(true);
    duty.thread.start();
    return duty;
  }

  private void run() {
    boolean last = false;
    while (!last) {
      last = pause();
      try {
        work.once(open(), last);
        if (troubled) {
          troubled = false;
          told.accept(thread.getName() + " again.");
        }
      } catch (SQLException | UncheckedIOException e) {
        if (!troubled) {
          troubled = true;
          told.accept(thread.getName() + " no longer, for the present: " + e.getMessage());
        }
        forget();
      }
    }
    forget();
  }

  private Connection open() throws SQLException {
    Connection open = connection;
    if (open == null) {
      open = source.open();
      connection = open;
    }
    return open;
  }

  private void forget() {
    Connection open = connection;
    connection = null;
    if (open != null) {
      try {
        open.close();
      } catch (SQLException alreadyGone) {
        return;
      }
    }
  }

  private boolean pause() {
    try {
      return ending.await(pause.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  @Override
  public void close() {
    ending.countDown();
    try {
      thread.join(END.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
