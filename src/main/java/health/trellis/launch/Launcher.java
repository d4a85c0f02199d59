package health.trellis.launch;

import health.trellis.kernel.Setting;
import health.trellis.kernel.Settings;
import health.trellis.kernel.WrongSetting;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * What {@code mvn -Prun} runs: it starts PostgreSQL, Keycloak and Payara with Trellis on this
 * machine, tells how to sign in, and ends all three when it is ended.
 */
public final class Launcher {
  private static final AtomicBoolean ENDING = new AtomicBoolean();

  private final Progress progress = Progress.console();
  private final Map<String, String> environment;
  private final Settings settings;

  private Launcher(Map<String, String> environment) {
    this.environment = environment;
    this.settings = Settings.of(environment);
  }

  /** Starts Trellis and returns only when it is ended; ends with 1 where it could not start. */
  public static void main(String[] arguments) {
    try {
      JavaVersion.check(Runtime.version().feature());
      new Launcher(System.getenv()).run();
    } catch (Fault | WrongSetting e) {
      giveUp(e.getMessage());
    } catch (RuntimeException e) {
      giveUp("Something unforeseen happened: read what in " + UnforeseenLog.write(e) + ".");
    }
  }

  private void run() {
    Surroundings surroundings = Surroundings.prepare(plan(), progress);
    Thread end = new Thread(() -> end(surroundings), "end");
    Runtime.getRuntime().addShutdownHook(end);
    CompletableFuture<KeycloakServer> keycloak = surroundings.startDatabase();
    PayaraServer payara = payara(surroundings);
    surroundings.finish(keycloak);
    progress.step(
        "Trellis answers",
        () -> {
          payara.await();
          return payara;
        });
    welcome(surroundings);
    forever();
  }

  private Plan plan() {
    Installation here = Installation.here();
    Path data = here.base().resolve(settings.text(Setting.DATA));
    Ports ports = Ports.from(settings);
    String baseUrl =
        environment.getOrDefault(
            Setting.BASE_URL.variable(), "http://localhost:" + ports.trellis());
    boolean demo = !"false".equals(environment.get(Setting.DEMO.variable()));
    return new Plan(here, data, here.unpacked(data), ports, baseUrl, demo);
  }

  /** Payara is told what the launcher itself was told, and beside that where everything is. */
  private PayaraServer payara(Surroundings surroundings) {
    Map<String, String> told = new HashMap<>();
    for (Setting setting : Setting.values()) {
      String value = environment.get(setting.variable());
      if (value != null && setting.part() == Setting.Part.APPLICATION) {
        told.put(setting.variable(), value);
      }
    }
    told.putAll(surroundings.environment());
    Plan plan = surroundings.plan();
    PayaraServer payara =
        PayaraServer.start(plan.installation(), surroundings.data(), plan.ports().trellis(), told);
    surroundings.running().add(payara::stop);
    return payara;
  }

  private void welcome(Surroundings surroundings) {
    if (surroundings.plan().demo()) {
      progress.say("");
      progress.say("A demonstration with invented people; sign-in needs no second factor here.");
      surroundings
          .signInLines()
          .forEach(e -> progress.say("  %-12s %s".formatted(e.getKey(), e.getValue())));
      progress.say("");
    }
    String address = "http://localhost:" + surroundings.plan().ports().trellis();
    if (!surroundings.plan().demo()) {
      surroundings
          .setUpToken()
          .ifPresent(
              token -> {
                progress.say("");
                progress.say(
                    "There is no practice yet. Set one up at " + address + "/set-up.xhtml");
                progress.say("  token        " + token);
                progress.say("  mails are in " + surroundings.plan().mails());
                progress.say("");
              });
    }
    progress.say("Trellis is ready at " + address);
  }

  /** Says why and ends; says nothing where a person broke the start off. */
  private static void giveUp(@Nullable String why) {
    if (!ENDING.get()) {
      System.err.println("Trellis did not start. " + why);
    }
    System.exit(1);
  }

  private static void end(Surroundings surroundings) {
    ENDING.set(true);
    surroundings.close();
    ProcessHandle.current().descendants().forEach(ProcessHandle::destroy);
  }

  private static void forever() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
