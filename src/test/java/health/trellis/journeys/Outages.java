package health.trellis.journeys;

import health.trellis.launch.Backstage;
import health.trellis.testkit.Stage;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** What is away for a while in a journey, and is there again after it whatever happened. */
final class Outages implements AfterEachCallback {
  private boolean keycloakAway;
  private boolean mailsAway;

  void stopKeycloak() {
    keycloakAway = true;
    backstage().stopKeycloak();
  }

  void startKeycloak() {
    backstage().startKeycloak();
    keycloakAway = false;
  }

  void stopMails() {
    mailsAway = true;
    backstage().stopMails();
  }

  void startMails() {
    backstage().startMails();
    mailsAway = false;
  }

  @Override
  public void afterEach(ExtensionContext context) {
    if (keycloakAway) {
      startKeycloak();
    }
    if (mailsAway) {
      startMails();
    }
  }

  private static Backstage backstage() {
    return Stage.get().backstage();
  }
}
