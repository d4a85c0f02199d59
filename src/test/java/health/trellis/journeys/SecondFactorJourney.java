package health.trellis.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import health.trellis.journeys.SignInScreen.Factors;
import health.trellis.launch.Backstage;
import health.trellis.launch.StrictTrellis;
import health.trellis.testkit.Stage;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Staff with a second factor, where Trellis and the real Keycloak both ask for one. */
class SecondFactorJourney extends Journey {
  private static final String DESK = "/therapist/desk.xhtml";
  private static final String SIGN_INS = "/therapist/sign-ins.xhtml";
  private static final String SEEN =
      "select e.code || ' ' || coalesce(e.reason, '') from audit_event e join person p on p.id ="
          + " e.entity_id and e.entity = 'person' where p.sub = ? and e.code like 'PROVIDER%' order"
          + " by e.id";
  private static final String REFUSED =
      "select count(*) from audit_event e join person p on p.id = e.actor_id where p.sub = ? and"
          + " e.code = 'SIGN_IN_FAILED' and e.outcome = 'refused' and e.reason = 'without a second"
          + " factor'";

  private static StrictTrellis strict;

  /** A therapist who has just come, as Keycloak and the practice know them. */
  private record Newcomer(String userName, String sub, String password) {}

  @BeforeAll
  static void begin() {
    strict = Stage.get().backstage().demandSecondFactor();
  }

  @AfterAll
  static void end() {
    strict.close();
  }

  @Test
  void new_staff_set_up_an_app_and_come_in_by_its_codes_and_not_by_wrong_ones() {
    Newcomer who = letIn(true);
    Device device = devices.take(Device.Kind.COMPUTER);
    Factors factors = setUp(device, who);
    Page page = device.page();
    assertThat(practice.count(REFUSED, who.sub())).isEqualTo(1);
    assertThat(page.locator("h1")).hasText("One more step");
    page.navigate(strict.address() + DESK);
    assertThat(page.locator("h1")).hasText("One more step");

    page.locator("a.button").click();
    password(page, who);
    assertThat(page.locator("#otp")).isVisible();
    code(page, OneTimeCode.wrong(factors.secret(), Instant.now()));
    assertThat(page.locator("#input-error-otp-code, #input-error-otp")).isVisible();
    code(page, OneTimeCode.of(factors.secret(), Instant.now().plusSeconds(30)));
    page.waitForURL(strict.address() + DESK);
    assertThat(page.locator("h1")).isVisible();
    await(() -> practice.all(SEEN, who.sub()).stream().anyMatch(e -> e.contains("SIGN_IN_FAILED")));
    assertThat(practice.all(SEEN, who.sub()))
        .anyMatch(each -> each.startsWith("PROVIDER_FACTOR_SET otp"))
        .anyMatch(each -> each.startsWith("PROVIDER_RECOVERY_CODES_SET"))
        .anyMatch(each -> each.startsWith("PROVIDER_SIGN_IN_FAILED invalid_user_credentials"))
        .noneMatch(each -> each.contains(factors.secret()));
  }

  @Test
  void a_recovery_code_opens_once_and_not_twice() {
    Newcomer who = letIn(true);
    Factors factors = setUp(devices.take(Device.Kind.COMPUTER), who);

    Page first = toSecondStep(who);
    choose(first, "Recovery");
    recover(first, factors.codes().get(0));
    first.waitForURL(strict.address() + DESK);

    Page second = toSecondStep(who);
    choose(second, "Recovery");
    recover(second, factors.codes().get(0));
    assertThat(second.locator("#input-error-recoveryCodeInput")).isVisible();
    recover(second, factors.codes().get(1));
    second.waitForURL(strict.address() + DESK);
  }

  @Test
  void a_passkey_is_added_and_opens() {
    Newcomer who = letIn(true);
    Factors factors = setUp(devices.take(Device.Kind.COMPUTER), who);
    Page page = toSecondStep(who);
    code(page, OneTimeCode.of(factors.secret(), Instant.now().plusSeconds(30)));
    page.waitForURL(strict.address() + DESK);
    addAuthenticator(page);
    page.onDialog(dialog -> dialog.accept("Laptop"));
    page.navigate(strict.address() + SIGN_INS);
    page.locator("#credentials a[href*=passkey]").click();
    press(page, "#registerWebAuthn");
    page.waitForURL(strict.address() + SIGN_INS);

    page.locator("details.me summary").click();
    page.locator("details.me form[action='/sign-out'] button").click();
    page.waitForURL("**/signed-out.xhtml*");
    page.navigate(strict.address() + DESK);
    SignInScreen.on(page).signIn(who.userName(), who.password());
    choose(page, "Passkey");
    press(page, "#authenticateWebAuthnButton");
    page.waitForURL(strict.address() + DESK);
    await(() -> practice.all(SEEN, who.sub()).stream().anyMatch(e -> e.contains("webauthn")));
  }

  @Test
  void a_sign_in_without_the_factor_is_refused_by_trellis_where_keycloak_let_it_through() {
    Newcomer who = letIn(false);
    Page page = devices.take(Device.Kind.COMPUTER).page();
    page.navigate(strict.address() + DESK);
    SignInScreen.on(page).signIn(who.userName(), who.password());
    page.waitForURL(strict.address() + "/second-factor.xhtml");
    for (String address : List.of(DESK, "/", SIGN_INS)) {
      page.navigate(strict.address() + address);
      assertThat(page.url()).as(address).isEqualTo(strict.address() + "/second-factor.xhtml");
    }
    assertThat(practice.count(REFUSED, who.sub())).isEqualTo(4);
    assertThat(practice.count("select count(*) from sign_in where sub = ?", who.sub())).isZero();
  }

  @Test
  void a_client_needs_none() {
    Page page = devices.take(Device.Kind.PHONE).page();
    page.navigate(strict.address() + "/portal/home.xhtml");
    SignInScreen.on(page).signIn("client", Stage.get().passwordOf("client"));
    page.waitForURL(strict.address() + "/portal/home.xhtml");
  }

  /** A therapist who can sign in; whether Keycloak knows it as staff or was not told. */
  private Newcomer letIn(boolean known) {
    Backstage backstage = Stage.get().backstage();
    String userName = "factor" + UUID.randomUUID().toString().substring(0, 8);
    String sub = practice.letIn(userName, true);
    practice.giveRole(sub, "THERAPIST");
    if (known) {
      backstage.makeStaff(sub);
    }
    return new Newcomer(userName, sub, backstage.passwordOf(userName));
  }

  /** Signs in for the first time, as far as Keycloak and Trellis let one. */
  private static Factors setUp(Device device, Newcomer who) {
    Page page = device.page();
    page.navigate(strict.address() + DESK);
    SignInScreen screen = SignInScreen.on(page);
    screen.signIn(who.userName(), who.password());
    Factors factors = screen.setUpSecondFactor();
    page.waitForURL(strict.address() + "/second-factor.xhtml");
    return factors;
  }

  /** Gives name and password in another browser. */
  private Page toSecondStep(Newcomer who) {
    Page page = devices.take(Device.Kind.COMPUTER).page();
    page.navigate(strict.address() + DESK);
    SignInScreen.on(page).signIn(who.userName(), who.password());
    page.locator("#otp").waitFor();
    return page;
  }

  private static void password(Page page, Newcomer who) {
    page.locator("#password").fill(who.password());
    page.locator("#kc-login").click();
  }

  private static void code(Page page, OneTimeCode code) {
    page.locator("#otp").fill(code.text());
    page.locator("#kc-login").click();
  }

  private static void choose(Page page, String way) {
    page.locator("#try-another-way").click();
    page.locator("[role=button]:has-text('" + way + "')").click();
  }

  private static void recover(Page page, String code) {
    page.locator("#recoveryCodeInput").fill(code);
    page.locator("#kc-login").click();
  }

  /** Presses a button that does nothing before Keycloak's scripts are there. */
  private static void press(Page page, String button) {
    page.waitForLoadState(LoadState.NETWORKIDLE);
    page.locator(button).click();
  }

  /** Gives the browser something that keeps passkeys, as a phone or laptop does. */
  private static void addAuthenticator(Page page) {
    CDPSession chromium = page.context().newCDPSession(page);
    chromium.send("WebAuthn.enable");
    JsonObject options = new JsonObject();
    options.addProperty("protocol", "ctap2");
    options.addProperty("transport", "internal");
    options.addProperty("hasResidentKey", true);
    options.addProperty("hasUserVerification", true);
    options.addProperty("isUserVerified", true);
    options.addProperty("automaticPresenceSimulation", true);
    JsonObject authenticator = new JsonObject();
    authenticator.add("options", options);
    chromium.send("WebAuthn.addVirtualAuthenticator", authenticator);
  }

  private static void await(BooleanSupplier there) {
    for (int n = 0; !there.getAsBoolean(); n++) {
      assertThat(n).as("tries until it is there").isLessThan(200);
      try {
        Thread.sleep(200);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
