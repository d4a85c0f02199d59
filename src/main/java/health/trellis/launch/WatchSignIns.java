package health.trellis.launch;

import health.trellis.kernel.Setting;
import health.trellis.kernel.Settings;
import health.trellis.kernel.WrongSetting;
import health.trellis.watch.ProviderEvents;
import health.trellis.watch.Watch;
import java.time.Clock;
import java.util.concurrent.CountDownLatch;

/**
 * Takes what Keycloak sees of sign-ins into the audit log until it is ended: a program of its own,
 * beside the application. The launcher does the same by itself.
 */
public final class WatchSignIns {
  private WatchSignIns() {}

  /** Watches the Keycloak that the environment names; ends with 1 where it cannot begin. */
  public static void main(String[] arguments) {
    try {
      Watch watch = start(Settings.of(System.getenv()));
      Runtime.getRuntime().addShutdownHook(new Thread(watch::close, "end"));
      System.out.println("Sign-ins at Keycloak go to the audit log from now on.");
      new CountDownLatch(1).await();
    } catch (WrongSetting | Fault e) {
      System.err.println(e.getMessage());
      System.exit(1);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Watch start(Settings settings) {
    return Watch.start(
        SealLog.source(settings),
        new ProviderEvents(
            settings.text(Setting.KEYCLOAK_URL),
            Realm.NAME,
            settings.text(Setting.KEYCLOAK_EVENTS_SECRET)),
        Clock.systemUTC(),
        System.err::println);
  }
}
