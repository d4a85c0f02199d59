package health.trellis.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.HttpHeader;
import health.trellis.testkit.Stage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** A fault that nobody foresaw: what a person sees of it, and what the log says. */
class FaultJourney extends Journey {

  private static final String CAUSE = "the cause that only the log may tell";

  @Test
  void a_fault_is_told_by_a_number_under_which_the_log_has_its_cause() {
    Page page = devices.take(Device.Kind.COMPUTER).page();
    Response response = page.navigate("/health/test-fault");
    assertThat(response.status()).isEqualTo(500);
    assertThat(response.headersArray())
        .extracting((HttpHeader header) -> header.name.toLowerCase(Locale.ROOT))
        .filteredOn("content-security-policy"::equals)
        .hasSize(1);
    assertThat(response.text())
        .doesNotContain(CAUSE)
        .doesNotContain("Exception")
        .doesNotContain("health.trellis")
        .doesNotContain("{");
    String incident = page.locator(".incident code").innerText();
    assertThat(incident).matches("[0-9a-f]{10}");
    assertThat(logged("incident " + incident + " status 500")).contains(CAUSE);
  }

  @Test
  void the_number_is_selected_by_one_press() {
    Page page = devices.take(Device.Kind.PHONE).page();
    page.navigate("/health/test-fault");
    page.locator(".incident code").click();
    assertThat(page.evaluate("getSelection().toString().trim()"))
        .isEqualTo(page.locator(".incident code").innerText());
  }

  @Test
  void the_page_looks_like_the_others_and_leads_home() {
    Device device = devices.take(Device.Kind.COMPUTER);
    Page page = device.page();
    device.open("/signed-out.xhtml");
    String sheet = page.locator("link[rel=stylesheet]").first().getAttribute("href");
    device
        .context()
        .addCookies(
            List.of(new Cookie("trellis-theme", "dark").setUrl(Stage.get().address().toString())));
    device.open("/health/test-fault");
    assertThat(page.locator("link[rel=stylesheet]")).hasAttribute("href", sheet);
    assertThat(page.locator("html")).hasAttribute("data-theme", "dark");
    assertThat(page.locator("svg.vine")).isVisible();
    page.locator("a.button").click();
    SignInScreen.on(page);
  }

  /** The lines of the server's log that follow a word, once it is there. */
  private static String logged(String word) {
    long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    String log;
    do {
      try {
        log = Files.readString(Stage.get().log(), StandardCharsets.UTF_8);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      int at = log.indexOf(word);
      if (at >= 0 && log.indexOf(CAUSE, at) >= 0) {
        return log.substring(at);
      }
      LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
    } while (System.nanoTime() < end);
    return log;
  }
}
