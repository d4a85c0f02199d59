package health.trellis.journeys;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The one browser of a test run: Debian's Chromium, driven without a download of another one. */
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

  private final Playwright playwright;
  private final Browser browser;

  Chromium() {
    Path program = program();
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
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
  }

  Browser browser() {
    return browser;
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
    browser.close();
    playwright.close();
  }
}
