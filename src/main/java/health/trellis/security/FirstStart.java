package health.trellis.security;

import health.trellis.kernel.Setting;
import health.trellis.kernel.Settings;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/**
 * Whether this installation waits for its first clinic: until its first administrator has signed
 * in, and never in a demonstration. Once it is over it is over.
 */
@ApplicationScoped
public class FirstStart {
  @Inject private Settings settings;

  @Resource(lookup = "java:app/jdbc/trellis")
  private DataSource database;

  private volatile boolean over;

  /** How far it is. */
  private enum State {
    EMPTY,
    INVITED,
    OVER
  }

  /** Whether a clinic may be set up now, or what was typed be put right. */
  public boolean isAwaited() {
    return state() != State.OVER;
  }

  /** Whether there is no clinic at all. */
  public boolean isEmpty() {
    return state() == State.EMPTY;
  }

  private State state() {
    if (over || settings.flag(Setting.DEMO)) {
      return State.OVER;
    }
    State now = ask();
    over = now == State.OVER;
    return now;
  }

  private State ask() {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select set_up_state()")) {
      row.next();
      return State.valueOf(row.getString(1));
    } catch (SQLException unreachable) {
      throw new IllegalStateException("the database did not say whether it is empty", unreachable);
    }
  }
}
