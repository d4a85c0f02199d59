package health.trellis.notes.web;

import health.trellis.kernel.Setting;
import health.trellis.notes.ProcessNoteKeys;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.logging.Logger;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Whether the keys of the process notes are the right ones. With keys that do not open every note
 * all else can be used: this says so, in the log too, and is not down.
 */
@Readiness
@ApplicationScoped
public class ProcessNoteReadiness implements HealthCheck {
  private static final Logger LOG = Logger.getLogger(ProcessNoteReadiness.class.getName());

  @Inject private ProcessNoteKeys keys;

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("process-notes").withData("key", says()).up().build();
  }

  private String says() {
    try {
      if (keys.openEveryNote()) {
        return "opens every note";
      }
      String trouble = "does not open every note: " + Setting.PROCESS_NOTES_KEY_FILE.variable();
      LOG.severe("the key of the process notes " + trouble);
      return trouble;
    } catch (SQLException down) {
      return "not known while the database is down";
    }
  }
}
