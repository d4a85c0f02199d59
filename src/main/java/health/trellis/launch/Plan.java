package health.trellis.launch;

import health.trellis.kernel.Setting;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * What to start on this machine, and where.
 *
 * @param installation the project and the downloaded servers
 * @param data the folder of this Trellis alone
 * @param servers the folder of unpacked servers, which several may share
 * @param ports on 127.0.0.1
 * @param baseUrl the address people open
 * @param demo whether there are invented people
 */
public record Plan(
    Installation installation, Path data, Path servers, Ports ports, String baseUrl, boolean demo) {
  /** The name among the secrets of the token that sets up the first clinic. */
  static final String SET_UP_TOKEN = "set_up_token";

  /** A plan for tests: ports that are free, and the project's own unpacked servers. */
  public static Plan forTests(Path data) {
    Installation here = Installation.here();
    Ports ports = Ports.free();
    String baseUrl = "http://localhost:" + ports.trellis();
    return new Plan(here, data, here.base().resolve("data/servers"), ports, baseUrl, true);
  }

  /** The address of Keycloak, as people and the application open it. */
  public String keycloakUrl() {
    return "http://localhost:" + ports.keycloak();
  }

  /** The JDBC address of the application's database. */
  public String databaseUrl() {
    return "jdbc:postgresql://127.0.0.1:" + ports.postgres() + "/trellis";
  }

  /** The folder of the mails that the demonstration sends to nobody. */
  Path mails() {
    return data.toAbsolutePath().normalize().resolve("mails");
  }

  /** The file with the keys of the process notes. */
  Path processNoteKey() {
    return data.toAbsolutePath().normalize().resolve(ProcessNoteKey.NAME);
  }

  /** What the application must be told to find all this; each name is a setting's variable. */
  Map<String, String> environment(UnaryOperator<String> secret) {
    Map<Setting, String> told = new EnumMap<>(Setting.class);
    told.put(Setting.BASE_URL, baseUrl);
    told.put(Setting.DB_URL, databaseUrl());
    told.put(Setting.DB_USER, "trellis_app");
    told.put(Setting.DB_PASSWORD, secret.apply("app_password"));
    told.put(Setting.OIDC_ISSUER, keycloakUrl() + "/realms/" + Realm.NAME);
    told.put(Setting.OIDC_CLIENT_ID, "trellis");
    told.put(Setting.OIDC_CLIENT_SECRET, secret.apply("oidc_client_secret"));
    told.put(Setting.KEYCLOAK_PEOPLE_SECRET, secret.apply("keycloak_people_secret"));
    told.put(Setting.PROCESS_NOTES_KEY_FILE, processNoteKey().toString());
    told.put(Setting.SET_UP_TOKEN, secret.apply(SET_UP_TOKEN));
    told.put(Setting.DEMO, Boolean.toString(demo));
    told.put(Setting.SECOND_FACTOR, Boolean.toString(!demo));
    Map<String, String> environment = new HashMap<>();
    told.forEach((setting, value) -> environment.put(setting.variable(), value));
    return environment;
  }
}
