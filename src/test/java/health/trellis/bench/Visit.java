package health.trellis.bench;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.WaitUntilState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What a real browser loads for one page, headers included.
 *
 * @param bytes on the wire
 * @param requests that reached the server
 */
record Visit(long bytes, int requests) {
  private static final List<String> BROWSERS =
      List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome");

  /** A first and a second visit by someone who is signed in; none where there is no browser. */
  static List<Visit> toPage(String address, String path, Requests requests) {
    Optional<String> chromium =
        BROWSERS.stream().filter(file -> Files.isExecutable(Path.of(file))).findFirst();
    List<Visit> visits = new ArrayList<>();
    if (chromium.isEmpty()) {
      return visits;
    }
    Playwright.CreateOptions options =
        new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"));
    try (Playwright playwright = Playwright.create(options);
        Browser browser =
            playwright
                .chromium()
                .launch(
                    new BrowserType.LaunchOptions()
                        .setExecutablePath(Path.of(chromium.get()))
                        .setArgs(List.of("--no-sandbox")));
        BrowserContext context = browser.newContext()) {
      Map.Entry<String, String> session = requests.visitor().session();
      context.addCookies(
          List.of(new Cookie(session.getKey(), session.getValue()).setUrl(address + "/")));
      Page page = context.newPage();
      for (int i = 0; i < 2; i++) {
        visits.add(load(context, page, address + path));
        page.navigate("about:blank");
      }
    }
    return visits;
  }

  private static Visit load(BrowserContext context, Page page, String address) {
    AtomicLong bytes = new AtomicLong();
    AtomicInteger requests = new AtomicInteger();
    CDPSession network = context.newCDPSession(page);
    network.send("Network.enable");
    network.on(
        "Network.loadingFinished",
        (JsonObject finished) -> {
          long size = finished.get("encodedDataLength").getAsLong();
          bytes.addAndGet(size);
          if (size > 0) {
            requests.incrementAndGet();
          }
        });
    page.navigate(address, new Page.NavigateOptions().setWaitUntil(WaitUntilState.NETWORKIDLE));
    network.detach();
    return new Visit(bytes.get(), requests.get());
  }
}
