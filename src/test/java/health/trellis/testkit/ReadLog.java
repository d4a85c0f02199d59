package health.trellis.testkit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;

/** The audit log as it stands at a moment, by a connection of its own: only what was committed. */
public final class ReadLog implements AutoCloseable {
  private static final String LAST = "select coalesce(max(id), 0) from audit_event";
  private static final String SINCE =
      """
      with done as (select client_id, entity, entity_id from audit_event
        where id > ? and actor_id = nullif(?, '')::uuid and kind = 'act' and outcome = 'done')
      select client_id::text from done where client_id is not null
      union
      select 'sign-in of ' || c.id from done join client c on c.person_id = done.entity_id
      where done.entity = 'person'""";

  private static final String REFUSED =
      "select reason from audit_event where id > ? and actor_id = nullif(?, '')::uuid and code = 'REFUSED'";

  private final Connection database;

  /** Opens it. */
  public ReadLog() {
    try {
      database = Stage.get().asOwner();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The number of the last event. */
  public synchronized long last() {
    try (PreparedStatement statement = database.prepareStatement(LAST);
        ResultSet row = statement.executeQuery()) {
      row.next();
      return row.getLong(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * The clients about whom this person has done something since, by their ids; behind "sign-in of "
   * those with whose sign-in alone it was.
   */
  public synchronized Set<String> clientsSince(long last, String person) {
    return since(SINCE, last, person);
  }

  /** Why this person was refused something since, as the log says it. */
  public synchronized Set<String> refusalsSince(long last, String person) {
    return since(REFUSED, last, person);
  }

  private Set<String> since(String query, long last, String person) {
    Set<String> found = new HashSet<>();
    try (PreparedStatement statement = database.prepareStatement(query)) {
      statement.setLong(1, last);
      statement.setString(2, person);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          found.add(rows.getString(1));
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return found;
  }

  @Override
  public void close() {
    try {
      database.close();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
