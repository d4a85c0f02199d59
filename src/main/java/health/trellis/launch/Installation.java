package health.trellis.launch;

import java.nio.file.Path;

/**
 * Where the parts of Trellis lie on this machine: the project with its {@code config}, the folder
 * with the servers as they were downloaded, and the built WAR.
 *
 * @param base the project's folder
 * @param servers the folder with {@code payara-micro.jar} and {@code keycloak-quarkus-dist.zip}
 * @param war the web application
 */
public record Installation(Path base, Path servers, Path war) {
  /** The installation that Maven names by system properties, or the one in the working folder. */
  public static Installation here() {
    Path base = path("trellis.base", Path.of(""));
    return new Installation(
        base,
        path("trellis.servers", base.resolve("target/servers")),
        path("trellis.war", base.resolve("target/trellis.war")));
  }

  /** Where servers are unpacked and built: in the data folder, unless Maven names another. */
  public Path unpacked(Path data) {
    return path("trellis.unpacked", data.resolve("servers"));
  }

  /** A file or folder below {@code config}. */
  public Path config(String name) {
    return base.resolve("config").resolve(name);
  }

  /** The Keycloak distribution as it was downloaded. */
  public Path keycloakZip() {
    return servers.resolve("keycloak-quarkus-dist.zip");
  }

  /** Payara Micro as it was downloaded. */
  public Path payaraJar() {
    return servers.resolve("payara-micro.jar");
  }

  private static Path path(String property, Path standard) {
    String value = System.getProperty(property);
    return (value == null ? standard : Path.of(value)).toAbsolutePath().normalize();
  }
}
