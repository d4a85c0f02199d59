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

  /** Whether a clinic may be set up now. */
  public boolean isAwaited() {
    if (!over && !settings.flag(Setting.DEMO)) {
      over = !standsOpen();
      return !over;
    }
    return false;
  }

  private boolean standsOpen() {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select set_up_stands_open()")) {
      row.next();
      return row.getBoolean(1);
    } catch (SQLException unreachable) {
      throw new IllegalStateException("the database did not say whether it is empty", unreachable);
    }
  }
}
