package health.trellis.clients;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;

/** Who treats a client, as the client is told of it, and whether the client can be told. */
@ApplicationScoped
public class Treatment {
  @Inject private CaseloadRepository caseloads;
  @Inject private Clock clock;

  /** Whether the client was invited to the portal. */
  public boolean wasInvited(OpenClient client) {
    return caseloads.wasInvited(client);
  }

  /** Who treated the client within the last four weeks and does no more, the last one first. */
  public List<FormerTherapist> leftLately(OpenClient client) {
    return caseloads.leftLately(client, clock.instant());
  }
}
