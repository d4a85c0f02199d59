package health.trellis.inventory;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/**
 * The instruments of this installation, read once at the start. A malformed definition stops the
 * start, and so does one that was used and is no longer what it was.
 */
@ApplicationScoped
public class Instruments {
  @Resource(lookup = "java:app/jdbc/trellis")
  private DataSource database;

  private final InventoryCatalog catalog = InventoryCatalog.load();

  void check(@Observes @Initialized(ApplicationScoped.class) Object start) {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet used = statement.executeQuery("select * from used_inventories()")) {
      while (used.next()) {
        check(
            new InventoryCode(used.getString("code")),
            used.getInt("inventory_version"),
            used.getString("language"),
            used.getString("fingerprint"));
      }
    } catch (SQLException unreachable) {
      throw new IllegalStateException("the inventories in use could not be checked", unreachable);
    }
  }

  private void check(InventoryCode code, int version, String language, String fingerprint) {
    Inventory now = catalog.get(code, version, language);
    if (!now.fingerprint().equals(fingerprint)) {
      throw new IllegalStateException(
          "inventory %s %d (%s) was used and must not change: give the new wording a new version"
              .formatted(code, version, language));
    }
  }

  /** The latest version of an instrument in this language, or in English where it has none. */
  Inventory find(InventoryCode code, String language) {
    int version = catalog.latest(code, "en").version();
    return catalog.find(code, version, language).orElseGet(() -> catalog.get(code, version, "en"));
  }

  /** All instruments that can be given or were. */
  public InventoryCatalog catalog() {
    return catalog;
  }
}
