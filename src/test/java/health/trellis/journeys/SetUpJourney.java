package health.trellis.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import health.trellis.journeys.SignInScreen.Factors;
import health.trellis.launch.Backstage;
import health.trellis.launch.StrictTrellis;
import health.trellis.testkit.Stage;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * A practice that is not there yet: from an empty database to a client's first inventory, with
 * nobody's help but the mails.
 */
class SetUpJourney extends Journey {
  private static final String STATE = "#state";

  @RegisterExtension final Outages outages = new Outages();

  private final Backstage backstage = Stage.get().backstage();
  private final String number = UUID.randomUUID().toString().substring(0, 8);
  private final String database = "practice_" + number;
  private StrictTrellis empty;

  /** Somebody with an account, a password and an app for codes. */
  private record Staff(Page page, String email, String password, Factors factors) {}

  @BeforeEach
  void begin() throws SQLException {
    empty = backstage.startEmpty(database);
  }

  @AfterEach
  void end() {
    empty.close();
  }

  @Test
  void an_empty_practice_is_set_up_and_a_client_is_given_a_first_inventory() throws SQLException {
    Page page = devices.take(Device.Kind.COMPUTER).page();
    page.navigate(empty.address() + "/");
    assertThat(page).hasURL(empty.address() + "/set-up.xhtml");
    fillIn(page, "wrong-token", "chief at home");
    assertThat(page.locator("#token-message")).containsText("not the token");
    assertThat(page.locator("#email")).hasValue("chief at home");
    assertThat(backstage.read(database, "select name from clinic")).isEmpty();
    page.locator("#token").fill(" " + backstage.setUpToken().toUpperCase() + " ");
    page.locator("#make").click();
    assertThat(page.locator("#email-message")).containsText("no e-mail address");

    outages.stopMails();
    page.locator("#email").fill("astray." + number + "@invented.example");
    page.locator("#make").click();
    assertThat(page.locator(STATE)).containsText("could not send the mail");
    outages.startMails();
    String email = "chief." + number + "@invented.example";
    page.locator("#email").fill(email);
    page.locator("#make").click();
    assertThat(page.locator(STATE)).containsText("on its way to " + email);
    assertThat(backstage.read(database, "select name from clinic")).containsExactly("Quiet Lane");
    assertThat(new Inbox("astray." + number + "@invented.example").size()).isZero();

    Page again = devices.take(Device.Kind.COMPUTER).page();
    again.navigate(empty.address() + "/");
    SignInScreen.on(again);
    again.navigate(empty.address() + "/set-up.xhtml");
    again.locator("a[href='/sign-in']").click();
    SignInScreen.on(again);

    Staff chief = accept(email, "/admin/clients/list.xhtml");
    assertThat(chief.page().locator("p.where")).hasText("Quiet Lane");
    page.navigate(empty.address() + "/");
    SignInScreen.on(page);
    page.navigate(empty.address() + "/set-up.xhtml");
    assertThat(page.locator("main")).containsText("Nothing is to be set up here");
    assertThat(page.locator("#make")).hasCount(0);

    Staff therapist = inviteTherapist(chief.page());
    Page phone = inviteClient(chief.page());
    giveInventory(therapist.page());
    phone.reload();
    assertThat(phone.locator("a[href*='/portal/inventory/answer']").first()).isVisible();
  }

  private void fillIn(Page page, String token, String email) {
    page.locator("#token").fill(token);
    page.locator("#clinic").fill("Quiet Lane");
    page.locator("#zone").selectOption("Europe/Vienna");
    page.locator("#name").fill("Clara Chief");
    page.locator("#email").fill(email);
    page.locator("#make").click();
  }

  /** Accepts from the first mail, sets a second factor up, and signs in with it. */
  private Staff accept(String email, String address) {
    Device device = devices.take(Device.Kind.COMPUTER);
    String password = new Inbox(email).choosePassword(device, 1);
    Page page = device.page();
    page.navigate(empty.address() + address);
    SignInScreen screen = SignInScreen.on(page);
    screen.signIn(email, password);
    Factors factors = screen.setUpSecondFactor();
    page.waitForURL(empty.address() + "/second-factor.xhtml");
    page.locator("a.button").click();
    page.locator("#password").fill(password);
    page.locator("#kc-login").click();
    page.locator("#otp")
        .fill(OneTimeCode.of(factors.secret(), Instant.now().plusSeconds(30)).text());
    page.locator("#kc-login").click();
    page.waitForURL(url -> url.startsWith(empty.address()));
    page.navigate(empty.address() + address);
    assertThat(page).hasURL(empty.address() + address);
    return new Staff(page, email, password, factors);
  }

  private Staff inviteTherapist(Page office) {
    String email = "thea." + number + "@invented.example";
    office.navigate(empty.address() + "/admin/people/invite.xhtml");
    office.locator("#name").fill("Thea Therapist");
    office.locator("#email").fill(email);
    office.locator("#send").click();
    Locator row = office.locator("#staff li", new Page.LocatorOptions().setHasText("Thea"));
    assertThat(row).containsText("invited");
    return accept(email, "/therapist/caseload.xhtml");
  }

  /** Registers a client, says who treats the client, and has the client sign in on a phone. */
  private Page inviteClient(Page office) {
    String email = "ida." + number + "@invented.example";
    office.navigate(empty.address() + "/admin/clients/register.xhtml");
    office.locator("#name").fill("Ida Invented");
    office.locator("#email").fill(email);
    office.locator("#save").click();
    office.locator("#therapist").selectOption(new SelectOption().setLabel("Thea Therapist"));
    office.locator("#assign").click();
    assertThat(office.locator("section ul.rows li")).hasCount(1);
    office.locator("#portal").click();
    office.locator("#send").click();
    assertThat(office.locator(STATE)).containsText("Invited");
    Device phone = devices.take(Device.Kind.PHONE);
    String password = new Inbox(email).choosePassword(phone, 1);
    Page page = phone.page();
    page.navigate(empty.address() + "/portal/home.xhtml");
    SignInScreen.on(page).signIn(email, password);
    page.waitForURL(empty.address() + "/portal/home.xhtml");
    return page;
  }

  private void giveInventory(Page desk) {
    desk.reload();
    desk.getByText("Ida Invented").first().click();
    String client = desk.url().replaceAll(".*client=([0-9a-f-]+).*", "$1");
    desk.navigate(empty.address() + "/therapist/inventory/assign.xhtml?client=" + client);
    assertThat(desk.locator("#no-portal")).hasCount(0);
    desk.locator("#dueOn").fill(LocalDate.now(ZoneOffset.UTC).plusDays(7).toString());
    desk.locator("#give").click();
    desk.waitForURL("**/therapist/clients/overview.xhtml*");
  }
}
