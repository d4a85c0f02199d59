package health.trellis.launch;

import java.nio.file.Path;

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
}
