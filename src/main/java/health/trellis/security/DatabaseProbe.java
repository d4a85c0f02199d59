package health.trellis.security;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** A knock on the database's door. */
@ApplicationScoped
public class DatabaseProbe {
  @Resource(lookup = "java:app/jdbc/trellis")
  private DataSource database;

  /** Whether it answers now. */
  public boolean answers() {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      return statement.execute("select 1");
    } catch (SQLException down) {
      return false;
    }
  }
}
