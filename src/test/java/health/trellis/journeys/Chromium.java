package health.trellis.journeys;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The one browser of a test run: Debian's Chromium, driven without a download of another one. One
 * that no longer answers is ended after a while and replaced, so that a run never waits for it.
 */
final class Chromium implements AutoCloseable {

  private static final List<String> QUIET =
      List.of(
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync",
          "--disable-quic",
          "--disable-gpu",
          "--no-first-run",
          "--proxy-bypass-list=<-loopback>");

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Duration patience;
  private final ScheduledExecutorService watch =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "browser-watch");
            thread.setDaemon(true);
            return thread;
          });
  private @Nullable Playwright playwright;
  private @Nullable ProcessHandle driver;
  private @Nullable Browser browser;

  Chromium() {
    this(PATIENCE);
  }

  /** One that is ended when something that must end takes longer than this. */
  Chromium(Duration patience) {
    this.patience = patience;
  }

  /** The browser, started where none runs. */
  Browser browser() {
    if (browser != null && browser.isConnected()) {
      return browser;
    }
    Path program = program();
    Set<ProcessHandle> others = drivers();
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    driver = drivers().stream().filter(each -> !others.contains(each)).findAny().orElseThrow();
    List<String> arguments = new ArrayList<>(QUIET);
    if (root()) {
      arguments.add("--no-sandbox");
    }
    browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(program)
                    .setHeadless(true)
                    .setArgs(arguments));
    return browser;
  }

  /**
   * Does what closes something in the browser; where the browser does not answer, it is ended, and
   * the next journey gets another.
   *
   * @return whether it was closed in time
   */
  boolean closing(Runnable close) {
    AtomicBoolean ended = new AtomicBoolean();
    ScheduledFuture<?> limit =
        watch.schedule(
            () -> {
              ended.set(true);
              processes().toList().forEach(ProcessHandle::destroyForcibly);
            },
            patience.toMillis(),
            TimeUnit.MILLISECONDS);
    try {
      close.run();
    } catch (PlaywrightException e) {
      if (!ended.get()) {
        throw e;
      }
    } finally {
      limit.cancel(false);
    }
    if (ended.get()) {
      browser = null;
      playwright = null;
    }
    return !ended.get();
  }

  /** The driver's process, which started the browser's, and those. */
  Stream<ProcessHandle> processes() {
    return driver == null ? Stream.of() : Stream.concat(Stream.of(driver), driver.descendants());
  }

  private static Set<ProcessHandle> drivers() {
    return ProcessHandle.current()
        .children()
        .filter(child -> child.info().command().filter(it -> it.contains("playwright")).isPresent())
        .collect(Collectors.toSet());
  }

  private static boolean root() {
    return System.getProperty("user.name").equals("root");
  }

  private static Path program() {
    return find()
        .or(
            () -> {
              if (root() && Files.isExecutable(Path.of("/usr/bin/apt-get"))) {
                install();
              }
              return find();
            })
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "The journeys need Chromium: install it (Debian: apt-get install -y chromium)"
                        + " and run again."));
  }

  private static java.util.Optional<Path> find() {
    return Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
        .map(Path::of)
        .filter(Files::isExecutable)
        .findFirst();
  }

  private static void install() {
    run("apt-get", "-qq", "update");
    run("apt-get", "-qq", "-y", "install", "chromium");
  }

  private static void run(String... command) {
    try {
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(Path.of("target", "chromium-install.log").toFile());
      builder.environment().put("DEBIAN_FRONTEND", "noninteractive");
      Process process = builder.start();
      if (!process.waitFor(10, TimeUnit.MINUTES)) {
        process.destroyForcibly();
      }
    } catch (IOException e) {
      throw new IllegalStateException("Chromium could not be installed", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    if (playwright != null) {
      closing(playwright::close);
    }
    watch.shutdownNow();
  }
}
