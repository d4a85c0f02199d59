package health.trellis.testkit.inside;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;

/**
 * The database as its owner sees it, for a test inside the server; by one connection for all, since
 * most of the time of a small query would go into its own.
 */
public final class Owner {
  private static @Nullable Connection kept;

  /** The first column of a query. */
  public List<String> all(String query, Object... values) {
    synchronized (Owner.class) {
      return read(query, values);
    }
  }

  private static List<String> read(String query, Object... values) {
    try (PreparedStatement statement = connection().prepareStatement(query)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      List<String> found = new ArrayList<>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          found.add(rows.getString(1));
        }
      }
      return found;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Changes something as named system work does. */
  public void change(String sql) {
    synchronized (Owner.class) {
      try (Statement statement = connection().createStatement()) {
        statement.execute(
            "begin; select begin_job('test', null, gen_random_uuid());\n" + sql + ";\ncommit");
      } catch (SQLException e) {
        kept = null;
        throw new IllegalStateException(e);
      }
    }
  }

  private static Connection connection() throws SQLException {
    Connection now = kept;
    if (now == null || now.isClosed()) {
      now = new Driver().connect(System.getProperty("trellis.it.owner"), new Properties());
      kept = now;
    }
    return now;
  }
}
