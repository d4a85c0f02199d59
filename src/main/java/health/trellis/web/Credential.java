package health.trellis.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Optional;

/** What a person can set up at the identity provider, by its name in an address. */
enum Credential {
  APP("CONFIGURE_TOTP"),
  PASSKEY("webauthn-register"),
  CODES("CONFIGURE_RECOVERY_AUTHN_CODES"),
  PASSWORD("UPDATE_PASSWORD");

  private final String action;

  Credential(String action) {
    this.action = action;
  }

  /** What an address asks for; empty where it asks for an ordinary sign-in. */
  static Optional<Credential> in(HttpServletRequest request) {
    String asked = request.getParameter("set");
    return Arrays.stream(values()).filter(each -> each.name().equalsIgnoreCase(asked)).findFirst();
  }

  /** As Keycloak calls the setting up. */
  String action() {
    return action;
  }
}
