package health.trellis.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import health.trellis.testkit.Stage;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Into Trellis and out again. */
class SignInJourney extends Journey {
  private static final String LEFT =
      "select count(*) from sign_in s join person p on p.sub = s.sub where s.ended_by = 'PERSON'"
          + " and p.email = ?";

  @Test
  void the_bare_address_leads_to_signing_in_and_then_to_ones_own_home() {
    Device device = devices.take(Device.Kind.COMPUTER).signIn("therapist", "/");
    device.page().waitForURL("**/therapist/desk.xhtml");
    assertThat(device.page().locator("h1")).isVisible();
  }

  @Test
  void a_client_lands_on_the_portal() {
    Device device = devices.take(Device.Kind.PHONE).signIn("client", "/");
    device.page().waitForURL("**/portal/home.xhtml");
  }

  @Test
  void after_signing_in_one_is_on_the_page_first_asked_for() {
    String wanted = "/therapist/clients/overview.xhtml?client=" + practice.clientOf("therapist");
    Device device = devices.take(Device.Kind.COMPUTER).signIn("therapist", wanted);
    device.page().waitForURL("**" + wanted);
  }

  @Test
  void a_wrong_password_opens_nothing() {
    Device device = devices.take(Device.Kind.COMPUTER);
    device.open("/therapist/desk.xhtml");
    SignInScreen screen = SignInScreen.on(device.page());
    screen.signIn("therapist", "not the password");
    assertThat(device.page().locator("#password")).isVisible();
    assertThat(device.page().url()).startsWith(Stage.get().keycloak().toString());
    device.open("/therapist/desk.xhtml");
    SignInScreen.on(device.page());
  }

  @Test
  void two_tabs_sign_in_at_once() {
    Device device = devices.take(Device.Kind.COMPUTER);
    Page first = device.page();
    first.navigate("/therapist/desk.xhtml");
    Page second = device.newTab();
    second.navigate("/therapist/caseload.xhtml");
    SignInScreen.on(first);
    SignInScreen.on(second).signIn("therapist", Stage.get().passwordOf("therapist"));
    second.waitForURL("**/therapist/caseload.xhtml");
    // Keycloak's page in the other tab notices, and goes on to the page that tab asked for.
    first.waitForURL("**/therapist/desk.xhtml");
    second.reload();
    second.waitForURL("**/therapist/caseload.xhtml");
  }

  @Test
  void two_tabs_that_give_the_password_at_the_same_moment_both_get_to_their_pages() {
    Device device = devices.take(Device.Kind.COMPUTER);
    Page first = device.page();
    first.navigate("/therapist/desk.xhtml");
    Page second = device.newTab();
    second.navigate("/therapist/caseload.xhtml");
    for (Page tab : List.of(first, second)) {
      SignInScreen.on(tab);
      tab.locator("#username").fill("therapist");
      tab.locator("#password").fill(Stage.get().passwordOf("therapist"));
    }
    // Neither waits for the other's answer.
    first.evaluate("setTimeout(() => document.getElementById('kc-login').click(), 300)");
    second.evaluate("setTimeout(() => document.getElementById('kc-login').click(), 300)");
    arriveAt(device, first, "/therapist/desk.xhtml");
    Page there = arriveAt(device, second, "/therapist/caseload.xhtml");
    there.reload();
    there.waitForURL("**/therapist/caseload.xhtml");
  }

  /**
   * Waits until the tab is on its page. Keycloak takes one password of a person at a time, which
   * keeps who guesses from guessing many at once: a tab that it refused gets there when it is
   * opened anew, since the other one signed in.
   */
  private static Page arriveAt(Device device, Page tab, String path) {
    Locator refusal = tab.locator("#input-error-container-username *").first();
    tab.waitForCondition(() -> tab.url().endsWith(path) || refusal.isVisible());
    if (tab.url().endsWith(path)) {
      return tab;
    }
    tab.close();
    Page anew = device.newTab();
    anew.navigate(path);
    anew.waitForURL("**" + path);
    return anew;
  }

  @Test
  void a_sign_in_that_came_to_nothing_leads_home_where_another_tab_signed_in() {
    Device device = devices.take(Device.Kind.COMPUTER);
    device.open("/sign-in/callback?state=forgotten&code=x");
    assertThat(device.page()).hasURL(Pattern.compile(".*/signed-out\\.xhtml"));
    device.signIn("therapist", "/therapist/caseload.xhtml");
    device.open("/sign-in/callback?state=forgotten&code=x");
    assertThat(device.page()).hasURL(Pattern.compile(".*/therapist/desk\\.xhtml"));
  }

  @Test
  void signing_out_ends_the_session_at_keycloak_too() {
    Device device = devices.take(Device.Kind.COMPUTER).signIn("therapist", "/therapist/desk.xhtml");
    device.page().locator("details.me summary").click();
    device.page().locator("details.me form[action='/sign-out'] button").click();
    device.page().waitForURL("**/signed-out.xhtml*");
    device.open("/therapist/desk.xhtml");
    assertThat(SignInScreen.on(device.page()).page().locator("#password")).isVisible();
  }

  @Test
  void a_client_signs_out_at_the_foot_of_every_page() {
    Device phone = devices.take(Device.Kind.PHONE).signIn("client", "/portal/home.xhtml");
    phone.page().locator("footer details summary").click();
    phone.page().locator("footer form[action='/sign-out'] button").click();
    phone.page().waitForURL("**/signed-out.xhtml*");
    phone.open("/portal/home.xhtml");
    assertThat(SignInScreen.on(phone.page()).page().locator("#password")).isVisible();
  }

  @Test
  void who_leaves_at_once_is_asked_for_the_password_before_anything_opens_again() {
    Device phone = devices.take(Device.Kind.PHONE).signIn("client", "/portal/home.xhtml");
    phone.context().route(url -> !url.startsWith("http://localhost"), route -> route.fulfill());
    long before = practice.count(LEFT, "client@trellis.example");
    phone.page().locator("a[data-quick-exit]").click();
    phone.page().waitForURL(url -> !url.startsWith(Stage.get().address().toString()));
    for (int n = 0; n < 50 && practice.count(LEFT, "client@trellis.example") == before; n++) {
      phone.page().waitForTimeout(200);
    }
    phone.page().navigate(Stage.get().address() + "/portal/home.xhtml");
    assertThat(SignInScreen.on(phone.page()).page().locator("#password")).isVisible();
  }
}
