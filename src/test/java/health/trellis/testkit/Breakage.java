package health.trellis.testkit;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * A function of the database that the application may not call for a while: a real fault for
 * whatever needs it, until this is closed.
 */
public final class Breakage implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final String function;

  private Breakage(String function) {
    this.function = function;
  }

  /** Breaks a function, named with the types of its parameters. */
  public static Breakage of(String function) throws SQLException {
    change("revoke execute on function " + function + " from trellis_app");
    return new Breakage(function);
  }

  /** Whether something is so by now. */
  @FunctionalInterface
  public interface Sign {
    /** Looks once. */
    boolean seen() throws IOException;
  }

  /** Waits until the application noticed; what it asked for shortly before, it may still know. */
  public void await(Sign noticed) throws IOException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!noticed.seen()) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException("nobody noticed that " + function + " is broken");
      }
      LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
    }
  }

  @Override
  public void close() throws SQLException {
    change("grant execute on function " + function + " to trellis_app");
  }

  private static void change(String sql) throws SQLException {
    try (Connection owner = Stage.get().asOwner();
        Statement statement = owner.createStatement()) {
      statement.execute(sql);
    }
  }
}
