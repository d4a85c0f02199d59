package health.trellis.security;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;

/**
 * The roles people hold now, from Trellis's own tables, for the check of an address before its page
 * runs. An answer is kept for at most two seconds, so that a disabled person is out at once; each
 * transaction asks again for itself.
 */
@ApplicationScoped
public class Roles {
  private static final Duration KEPT = Duration.ofSeconds(2);
  private static final int MOST = 10_000;

  @Resource(lookup = "java:app/jdbc/trellis")
  private DataSource database;

  private final Map<String, Known> known = new ConcurrentHashMap<>();

  private record Known(Standing standing, long at) {}

  /** The roles that this identity holds; empty for somebody unknown or disabled. */
  public Set<Role> of(String sub) {
    return standing(sub).roles();
  }

  /** The roles that this identity holds, and who it is. */
  public Standing standing(String sub) {
    long now = System.nanoTime();
    Known last = known.get(sub);
    if (last == null || now - last.at > KEPT.toNanos()) {
      if (known.size() > MOST) {
        known.clear();
      }
      last = new Known(ask(sub), now);
      known.put(sub, last);
    }
    return last.standing;
  }

  /** Lets the next request of that identity ask anew, after it changed what its frame shows. */
  public void forget(String sub) {
    known.remove(sub);
  }

  private Standing ask(String sub) {
    Set<Role> roles = EnumSet.noneOf(Role.class);
    Standing standing = Standing.NONE;
    try (Connection connection = database.getConnection();
        PreparedStatement statement =
            connection.prepareStatement(
                "select role, name, language, clinic, notices from roles_of(?)")) {
      statement.setString(1, sub);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          roles.add(Role.valueOf(rows.getString(1)));
          standing =
              new Standing(
                  roles, rows.getString(2), rows.getString(3), rows.getString(4), rows.getInt(5));
        }
      }
    } catch (SQLException unreachable) {
      throw new IllegalStateException("the database did not say which roles are held", unreachable);
    }
    return standing;
  }
}
