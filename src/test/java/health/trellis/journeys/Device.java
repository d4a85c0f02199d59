package health.trellis.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Proxy;
import com.microsoft.playwright.options.RequestOptions;
import health.trellis.testkit.Stage;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One browser of one person: a phone or a computer, with cookies of its own. */
final class Device implements AutoCloseable {

  /** How large its window is. */
  enum Kind {
    PHONE(390, 780),
    NARROW(320, 640),
    COMPUTER(1280, 900);

    private final int width;
    private final int height;

    Kind(int width, int height) {
      this.width = width;
      this.height = height;
    }
  }

  /** What is special about it. */
  record Options(@Nullable String proxy, boolean scripts, boolean policy) {
    static final Options PLAIN = new Options(null, true, true);
    static final Options WITHOUT_SCRIPTS = new Options(null, false, true);

    /** One that keeps to no content security policy. */
    static final Options WITHOUT_POLICY = new Options(null, true, false);

    static Options behind(String proxy) {
      return new Options(proxy, true, true);
    }
  }

  private final BrowserContext context;
  private final List<String> complaints = new CopyOnWriteArrayList<>();
  private Page page;

  Device(Browser browser, Kind kind, Options options) {
    Browser.NewContextOptions how =
        new Browser.NewContextOptions()
            .setBaseURL(Stage.get().address().toString())
            .setViewportSize(kind.width, kind.height)
            .setLocale("en-GB")
            .setTimezoneId("Europe/London")
            .setColorScheme(ColorScheme.LIGHT)
            .setJavaScriptEnabled(options.scripts())
            .setBypassCSP(!options.policy());
    if (options.proxy() != null) {
      how.setProxy(new Proxy(options.proxy()));
    }
    context = browser.newContext(how);
    context.setDefaultTimeout(20_000);
    page = newTab();
  }

  /** The tab in use. */
  Page page() {
    return page;
  }

  /** Opens one more tab with the same cookies and goes on in it. */
  Page newTab() {
    page = context.newPage();
    page.onPageError(error -> complaints.add(error));
    page.onConsoleMessage(
        message -> {
          if (message.text().contains("Content Security Policy")) {
            complaints.add(message.text());
          }
        });
    return page;
  }

  /** Goes to an address of Trellis; the status is that of the page one ends on. */
  int open(String address) {
    Response response = page.navigate(address);
    if (response == null) {
      throw new IllegalStateException("no page at " + address);
    }
    return response.status();
  }

  /**
   * Does something that leads to a page, this one again or another, until it is there to its end.
   */
  void await(Runnable press) {
    page.evaluate("document.documentElement.dataset.seen = ''");
    press.run();
    page.locator("html:not([data-seen])").waitFor();
    page.waitForLoadState();
  }

  /** Goes to an address that asks to sign in, does so at Keycloak, and lands there. */
  Device signIn(String userName, String address) {
    page.navigate(address);
    SignInScreen.on(page).signIn(userName, Stage.get().passwordOf(userName));
    page.waitForURL(url -> url.startsWith(Stage.get().address().toString()));
    return this;
  }

  /** Lets the session here have no sign of life for some minutes, as the server counts them. */
  void letSessionAge(int minutes) {
    turn("/health/test-clock?minutes=" + minutes);
  }

  /** Lets the session here have begun some minutes earlier, with signs of life ever since. */
  void letSessionHaveBegun(int minutesEarlier) {
    turn("/health/test-clock?clock=since&minutes=" + minutesEarlier);
  }

  /** Lets the server's wall clock jump ahead, as the container sees it for the session here. */
  void letWallClockJump(int hours) {
    turn("/health/test-wall-clock?hours=" + hours);
  }

  private void turn(String clock) {
    APIResponse reply =
        context
            .request()
            .post(clock, RequestOptions.create().setHeader("Sec-Fetch-Site", "same-origin"));
    assertThat(reply.status()).as("the session's clock").isEqualTo(204);
  }

  /** Lets so much time pass that the sessions here and at Keycloak have ended. */
  void letSessionEnd() {
    letSessionAge(16);
    letKeycloakForget();
  }

  /** Has Keycloak's own session end, so that it asks for the password again. */
  void letKeycloakForget() {
    context.clearCookies(
        new BrowserContext.ClearCookiesOptions().setName(Pattern.compile("KEYCLOAK_.*")));
  }

  /** What all tabs share. */
  BrowserContext context() {
    return context;
  }

  void leavePicture(String name) {
    for (Page tab : context.pages()) {
      tab.screenshot(
          new Page.ScreenshotOptions()
              .setFullPage(true)
              .setPath(
                  Path.of(
                      "target",
                      "failed-journeys",
                      name + "-" + context.pages().indexOf(tab) + ".png")));
    }
  }

  void hadNoComplaints() {
    assertThat(complaints).as("what scripts and policies complained of").isEmpty();
  }

  @Override
  public void close() {
    context.close();
  }
}
