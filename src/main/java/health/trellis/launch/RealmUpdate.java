package health.trellis.launch;

import health.trellis.kernel.Setting;
import health.trellis.kernel.Settings;
import health.trellis.kernel.WrongSetting;
import java.nio.file.Path;
import java.util.Map;

/**
 * Brings the realm of a Keycloak up to date that runs elsewhere, as an init step beside the
 * migrator. It makes no demonstration people.
 */
public final class RealmUpdate {
  private RealmUpdate() {}

  /**
   * Updates the realm that the environment names, and ends with 1 where it could not.
   *
   * @param arguments the folder with the steps, as {@code config/keycloak/steps}
   */
  public static void main(String[] arguments) {
    try {
      Path steps = Path.of(arguments.length == 0 ? "config/keycloak/steps" : arguments[0]);
      int done = update(Settings.of(System.getenv()), steps);
      System.out.println("The realm is up to date (" + done + " steps were made).");
    } catch (WrongSetting | Fault e) {
      System.err.println(e.getMessage());
      System.exit(1);
    }
  }

  private static int update(Settings settings, Path steps) {
    KeycloakAdmin keycloak =
        new KeycloakAdmin(
            settings.text(Setting.KEYCLOAK_URL),
            settings.text(Setting.KEYCLOAK_ADMIN_CLIENT),
            settings.text(Setting.KEYCLOAK_ADMIN_SECRET));
    return new Realm(keycloak, steps)
        .update(
            Map.ofEntries(
                Map.entry("baseUrl", settings.text(Setting.BASE_URL)),
                Map.entry("clientSecret", settings.text(Setting.OIDC_CLIENT_SECRET)),
                Map.entry("eventsSecret", settings.text(Setting.KEYCLOAK_EVENTS_SECRET)),
                Map.entry("peopleSecret", settings.text(Setting.KEYCLOAK_PEOPLE_SECRET)),
                Map.entry("mailHost", settings.text(Setting.MAIL_HOST)),
                Map.entry("mailPort", String.valueOf(settings.number(Setting.MAIL_PORT))),
                Map.entry("mailFrom", settings.text(Setting.MAIL_FROM)),
                Map.entry("mailAuth", String.valueOf(!settings.text(Setting.MAIL_USER).isEmpty())),
                Map.entry("mailUser", settings.text(Setting.MAIL_USER)),
                Map.entry("mailPassword", settings.text(Setting.MAIL_PASSWORD)),
                Map.entry("mailTls", String.valueOf(settings.flag(Setting.MAIL_STARTTLS)))));
  }
}
