package health.trellis.web;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;

/** Whether Trellis can be used now, and which part is down where it cannot. */
@org.eclipse.microprofile.health.Readiness
@ApplicationScoped
public class Readiness implements HealthCheck {
  @Resource(lookup = "java:app/jdbc/trellis")
  private DataSource database;

  @Inject private Oidc oidc;

  @Override
  public HealthCheckResponse call() {
    boolean databaseUp = databaseUp();
    boolean identityUp = oidc.reachable();
    HealthCheckResponseBuilder answer = HealthCheckResponse.named("trellis");
    answer.withData("database", databaseUp ? "up" : "down");
    answer.withData("keycloak", identityUp ? "up" : "down");
    return answer.status(databaseUp && identityUp).build();
  }

  private boolean databaseUp() {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      return statement.execute("select 1");
    } catch (SQLException down) {
      return false;
    }
  }
}
