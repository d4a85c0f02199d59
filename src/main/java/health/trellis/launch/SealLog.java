package health.trellis.launch;

import health.trellis.kernel.Setting;
import health.trellis.kernel.Settings;
import health.trellis.kernel.WrongSetting;
import health.trellis.seal.Anchors;
import health.trellis.seal.Sealing;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Clock;
import java.util.concurrent.CountDownLatch;

/**
 * Seals the audit log until it is ended: a program of its own, beside the application. The launcher
 * does the same by itself.
 */
public final class SealLog {
  /** The database role that may do it. */
  static final String ROLE = "trellis_sealer";

  private SealLog() {}

  /** Seals the database that the environment names; ends with 1 where it cannot begin. */
  public static void main(String[] arguments) {
    try {
      Sealing sealing = start(Settings.of(System.getenv()));
      Runtime.getRuntime().addShutdownHook(new Thread(sealing::close, "end"));
      System.out.println("The audit log is sealed from now on.");
      new CountDownLatch(1).await();
    } catch (WrongSetting | Fault e) {
      System.err.println(e.getMessage());
      System.exit(1);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Sealing start(Settings settings) {
    return Sealing.start(
        source(settings),
        SealKey.read(Path.of(settings.text(Setting.SEAL_KEY_FILE))),
        new Anchors(Path.of(settings.text(Setting.ANCHORS_FILE))),
        Clock.systemUTC(),
        System.err::println);
  }

  /** Connections as the role that seals, to the database that the settings name. */
  static Sealing.Source source(Settings settings) {
    String url = settings.text(Setting.DB_URL);
    String password = settings.text(Setting.SEALER_PASSWORD);
    return () -> DriverManager.getConnection(url, ROLE, password);
  }
}
