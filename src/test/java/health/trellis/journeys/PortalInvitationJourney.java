package health.trellis.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import health.trellis.launch.Backstage;
import health.trellis.testkit.Stage;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An administrator registers a client and invites the client by a real mail to the portal. */
class PortalInvitationJourney extends Journey {
  private static final String HOME = "/portal/home.xhtml";
  private static final Duration OUT_WITHIN = Duration.ofSeconds(5);

  @RegisterExtension final Outages outages = new Outages();

  private final Backstage backstage = Stage.get().backstage();
  private final String number = UUID.randomUUID().toString().substring(0, 8);
  private final String email = "ida." + number + "@invented.example";
  private final Inbox inbox = new Inbox(email);
  private final String name = "Ida \u05d0\u05d1 <" + number + ">";

  @Test
  void a_client_is_registered_and_invited_signs_in_on_a_phone_and_the_access_is_ended() {
    Device office = register(email);
    Page page = office.page();
    page.locator("#portal").click();
    assertThat(state(office)).containsText("Not invited");
    assertThat(page.locator("#email")).hasValue(email);
    page.locator("#send").click();
    assertThat(state(office)).containsText("Invited");
    assertThat(inbox.mail(1)).doesNotContain("Ida").doesNotContain("Lane").doesNotContain("therap");

    Device phone = devices.take(Device.Kind.PHONE);
    String password = inbox.choosePassword(phone, 1);
    signIn(phone, password);
    assertThat(phone.page().locator("h1")).isVisible();
    phone.open("/portal/audit/report.xhtml");
    assertThat(phone.page().locator("main")).containsText("Invited to the portal");

    office.await(page::reload);
    assertThat(state(office)).containsText("Can sign in");
    assertThat(page.locator("#send")).hasCount(0);
    page.locator("#end").click();
    assertThat(page.locator("#ending")).containsText(email);
    page.locator("#end").click();
    assertThat(state(office)).containsText("Ended");
    Instant ended = Instant.now();
    open(phone, 404);
    assertThat(Duration.between(ended, Instant.now())).isLessThan(OUT_WITHIN);
    page.locator("#give-back").click();
    assertThat(state(office)).containsText("Can sign in");
    open(phone, 200);
  }

  @Test
  void where_the_mail_went_astray_its_link_opens_nothing_once_another_address_was_typed() {
    String astray = "stray." + number + "@invented.example";
    Device office = invite(astray);
    Inbox stranger = new Inbox(astray);
    String link = stranger.link(1);
    office.page().locator("#email").fill(email);
    office.page().locator("#send").click();
    assertThat(state(office)).containsText(email);
    Page strangers = devices.take(Device.Kind.PHONE).page();
    strangers.navigate(link);
    assertThat(strangers.locator("#kc-error-message")).isVisible();
    assertThat(strangers.locator("#password-new")).hasCount(0);
    Device phone = devices.take(Device.Kind.PHONE);
    signIn(phone, inbox.choosePassword(phone, 1));
  }

  @Test
  void whose_access_was_ended_is_invited_by_another_address_and_the_old_one_opens_nothing() {
    String earlier = "earlier." + number + "@invented.example";
    Device office = invite(earlier);
    Device old = devices.take(Device.Kind.PHONE);
    String oldPassword = new Inbox(earlier).choosePassword(old, 1);
    old.page().navigate(HOME);
    SignInScreen.on(old.page()).signIn(earlier, oldPassword);
    old.page().waitForURL("**" + HOME);

    Page page = office.page();
    office.await(page::reload);
    page.locator("#end").click();
    page.locator("#end").click();
    assertThat(state(office)).containsText("Ended");
    page.locator("#email").fill(email);
    page.locator("#send").click();
    assertThat(state(office)).containsText("Invited");
    Device phone = devices.take(Device.Kind.PHONE);
    signIn(phone, inbox.choosePassword(phone, 1));
    open(old, 404);
    phone.open("/portal/audit/report.xhtml");
    assertThat(phone.page().locator("main")).containsText("by an earlier sign-in of yours");
  }

  @Test
  void whose_password_is_forgotten_is_invited_anew_by_the_same_address() {
    Device office = invite(email);
    Device old = devices.take(Device.Kind.PHONE);
    String forgotten = inbox.choosePassword(old, 1);
    signIn(old, forgotten);
    Page page = office.page();
    office.await(page::reload);
    page.locator("#end").click();
    page.locator("#end").click();
    assertThat(state(office)).containsText("Ended");
    page.locator("#email").fill(email);
    page.locator("#send").click();
    assertThat(state(office)).containsText("Invited");
    Device phone = devices.take(Device.Kind.PHONE);
    signIn(phone, inbox.choosePassword(phone, 2));
    open(old, 404);
  }

  @Test
  void where_keycloak_or_its_mail_is_away_the_page_says_so_and_one_button_goes_on() {
    Device office = register(email);
    Page page = office.page();
    page.locator("#portal").click();
    outages.stopKeycloak();
    page.locator("#send").click();
    assertThat(state(office)).containsText("The sign-in service did not answer");
    outages.stopMails();
    outages.startKeycloak();
    office.await(() -> page.locator("#retry").click());
    assertThat(state(office)).containsText("could not send the mail");
    outages.startMails();
    office.await(() -> page.locator("#retry").click());
    assertThat(state(office)).containsText("Invited");
    assertThat(inbox.link(1)).isNotEmpty();
    office.await(() -> page.locator("#again").click());
    assertThat(page.locator("#trouble")).containsText("Wait a minute");
    assertThat(inbox.size()).isEqualTo(1);
    practice.mailedEarlier(email);
    office.await(() -> page.locator("#again").click());
    assertThat(inbox.link(2)).isNotEmpty();
  }

  @Test
  void an_address_that_does_not_fit_is_told_beside_its_field_and_stays_there() {
    Device office = register("");
    Page page = office.page();
    page.locator("#portal").click();
    page.locator("#send").click();
    assertThat(page.locator("#email-message")).containsText("Type the address");
    page.locator("#email").fill("ida at home");
    page.locator("#send").click();
    assertThat(page.locator("#email-message")).containsText("no e-mail address");
    assertThat(page.locator("#email")).hasValue("ida at home");
    page.locator("#email").fill("client@trellis.example");
    page.locator("#send").click();
    assertThat(page.locator("#email-message")).containsText("signs in with this address");
    backstage.addPerson("known" + number);
    page.locator("#email").fill("known" + number + "@invented.example");
    page.locator("#send").click();
    assertThat(state(office)).containsText("has an account with this address");
    page.locator("#email").fill(email);
    page.locator("#send").click();
    assertThat(state(office)).containsText("Invited");
    assertThat(inbox.link(1)).isNotEmpty();
  }

  /** Registers the client, after which the page asks who treats the client. */
  private Device register(String address) {
    Device office =
        devices.take(Device.Kind.COMPUTER).signIn("admin", "/admin/clients/register.xhtml");
    Page page = office.page();
    page.locator("#name").fill(name);
    page.locator("#email").fill(address);
    page.locator("#save").click();
    page.waitForURL("**/admin/clients/caseload.xhtml*");
    return office;
  }

  private Device invite(String address) {
    Device office = register(address);
    office.page().locator("#portal").click();
    office.page().locator("#send").click();
    assertThat(state(office)).containsText("Invited");
    return office;
  }

  private void signIn(Device phone, String password) {
    phone.page().navigate(HOME);
    SignInScreen.on(phone.page()).signIn(email, password);
    phone.page().waitForURL("**" + HOME);
  }

  private static Locator state(Device office) {
    return office.page().locator("#state");
  }

  /** Asks for the portal until it is answered so. */
  private static void open(Device device, int status) {
    for (int n = 0; device.open(HOME) != status; n++) {
      assertThat(n).as("tries until the portal is answered by %s", status).isLessThan(100);
      device.page().waitForTimeout(100);
    }
  }
}
