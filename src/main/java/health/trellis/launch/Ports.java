package health.trellis.launch;

import health.trellis.kernel.Setting;
import health.trellis.kernel.Settings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;

/**
 * The three ports of one Trellis, all on 127.0.0.1.
 *
 * @param trellis where people reach the application
 * @param keycloak where they sign in
 * @param postgres where both keep their data
 */
public record Ports(int trellis, int keycloak, int postgres) {
  /** The ports that the settings name. */
  public static Ports from(Settings settings) {
    return new Ports(
        settings.number(Setting.PORT),
        settings.number(Setting.KEYCLOAK_PORT),
        settings.number(Setting.POSTGRES_PORT));
  }

  /** Three ports that are free now, for tests. */
  public static Ports free() {
    List<ServerSocket> held = new ArrayList<>();
    try {
      for (int i = 0; i < 3; i++) {
        held.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
      }
      List<Integer> found = held.stream().map(ServerSocket::getLocalPort).toList();
      return new Ports(found.get(0), found.get(1), found.get(2));
    } catch (IOException e) {
      throw new Fault("No free port was found on 127.0.0.1; stop some programs and try again.", e);
    } finally {
      held.forEach(Ports::release);
    }
  }

  /**
   * Refuses a start on a port that another program uses.
   *
   * @throws Fault naming the port and the setting that moves it
   */
  public void check() {
    check(trellis, Setting.PORT, "Trellis");
    check(keycloak, Setting.KEYCLOAK_PORT, "Keycloak");
    check(postgres, Setting.POSTGRES_PORT, "PostgreSQL");
    if (trellis == keycloak || trellis == postgres || keycloak == postgres) {
      throw new Fault(
          "Trellis, Keycloak and PostgreSQL need three different ports: set TRELLIS_PORT,"
              + " TRELLIS_KEYCLOAK_PORT and TRELLIS_POSTGRES_PORT to different numbers.");
    }
  }

  private static void check(int port, Setting setting, String who) {
    if (port > 65_535) {
      throw new Fault(setting.variable() + " must be a port number between 1 and 65535.");
    }
    try (ServerSocket probe = new ServerSocket()) {
      probe.setReuseAddress(true);
      probe.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    } catch (IOException e) {
      throw new Fault(
          ("Port %d, meant for %s, cannot be used (%s): stop the program that uses it, or choose"
                  + " another port with %s.")
              .formatted(port, who, e.getMessage(), setting.variable()),
          e);
    }
  }

  private static void release(ServerSocket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new Fault("A port that was only tried could not be let go; try again.", e);
    }
  }
}
