package health.trellis.web;

import health.trellis.security.DatabaseProbe;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;

/** Whether Trellis can be used now, and which part is down where it cannot. */
@org.eclipse.microprofile.health.Readiness
@ApplicationScoped
public class Readiness implements HealthCheck {
  @Inject private DatabaseProbe database;
  @Inject private Oidc oidc;

  @Override
  public HealthCheckResponse call() {
    boolean databaseUp = database.answers();
    boolean identityUp = oidc.reachable();
    HealthCheckResponseBuilder answer = HealthCheckResponse.named("trellis");
    answer.withData("database", databaseUp ? "up" : "down");
    answer.withData("keycloak", identityUp ? "up" : "down");
    return answer.status(databaseUp && identityUp).build();
  }
}
