package health.trellis.notes;

import health.trellis.kernel.SettingsProducer;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Where the application's cipher comes from: the file of keys, read once. */
@ApplicationScoped
public class ProcessNoteKeys {
  private final ProcessNoteCipher cipher = ProcessNoteCipher.read(SettingsProducer.read());

  @Resource(lookup = "java:app/jdbc/trellis")
  private DataSource database;

  private volatile boolean sufficient;

  /** The cipher of this installation. */
  @Produces
  public ProcessNoteCipher cipher() {
    return cipher;
  }

  /**
   * Whether each process note that is stored was sealed with one of the keys. The database says yes
   * or no, and nothing else about them; once it said yes it is not asked again.
   */
  public boolean openEveryNote() throws SQLException {
    if (!sufficient) {
      try (Connection connection = database.getConnection();
          PreparedStatement query =
              connection.prepareStatement("select process_notes_open_with(?)")) {
        query.setArray(1, connection.createArrayOf("text", cipher.keys().toArray()));
        try (ResultSet rows = query.executeQuery()) {
          sufficient = rows.next() && rows.getBoolean(1);
        }
      }
    }
    return sufficient;
  }
}
