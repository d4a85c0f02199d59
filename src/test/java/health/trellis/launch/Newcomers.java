package health.trellis.launch;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** People who can sign in as the demonstration's can, and of whom nothing was written yet. */
public final class Newcomers {
  private static final Path FILE = Path.of("src", "test", "resources", "newcomers.json");

  private final DemoSignIns signIns;
  private final List<DemoUser> users;

  private Newcomers(DemoSignIns signIns, List<DemoUser> users) {
    this.signIns = signIns;
    this.users = users;
  }

  /** Makes them known to Keycloak. */
  public static Newcomers welcome(Surroundings surroundings) {
    DataFolder data = surroundings.data();
    Secrets own = new Secrets(data.resolve("secrets.properties"), "");
    KeycloakAdmin admin =
        new KeycloakAdmin(
            surroundings.plan().keycloakUrl(),
            KeycloakServer.LAUNCHER_CLIENT,
            own.get("keycloak_launcher_secret", 0));
    DemoSignIns signIns =
        new DemoSignIns(FILE, new Secrets(data.resolve("newcomers.properties"), "Newcomers."));
    return new Newcomers(signIns, signIns.register(admin));
  }

  /** The identities that Keycloak gave them. */
  public List<DemoUser> users() {
    return users;
  }

  /** Their passwords, by user name. */
  public Map<String, String> passwords() {
    return signIns.list().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }
}
