package health.trellis.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import health.trellis.launch.Backstage;
import health.trellis.testkit.Stage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An administrator invites somebody by a real mail, through the real Keycloak, and disables. */
class StaffJourney extends Journey {
  private static final String LIST = "/admin/people/list.xhtml";
  private static final String DESK = "/therapist/desk.xhtml";
  private static final Duration OUT_WITHIN = Duration.ofSeconds(5);

  @RegisterExtension final Outages outages = new Outages();

  private final Backstage backstage = Stage.get().backstage();
  private final String number = UUID.randomUUID().toString().substring(0, 8);
  private final String email = "nora." + number + "@invented.example";
  private final Inbox inbox = new Inbox(email);
  private final String name = "Nora Neumann " + number;

  @Test
  void somebody_is_invited_accepts_from_the_mail_signs_in_with_a_second_factor_and_is_disabled() {
    Device office = invite();
    Locator row = row(office);
    assertThat(row).containsText("invited");

    Device hers = devices.take(Device.Kind.COMPUTER);
    String password = inbox.choosePassword(hers, 1);
    Page page = hers.page();
    page.navigate(DESK);
    SignInScreen screen = SignInScreen.on(page);
    screen.signIn(email, password);
    screen.setUpSecondFactor();
    page.waitForURL("**" + DESK);
    assertThat(page.locator("h1")).isVisible();

    office.open(LIST);
    assertThat(row.locator(".state")).hasCount(0);
    hers.open(DESK);
    row.locator("a[href*=disable]").click();
    assertThat(office.page().locator("#disabling")).containsText("treats nobody now");
    office.page().locator("#disable").click();
    assertThat(row).containsText("disabled");
    Instant ended = Instant.now();
    open(hers, 404);
    assertThat(Duration.between(ended, Instant.now())).isLessThan(OUT_WITHIN);

    row.locator("[id$=enable]").click();
    assertThat(row.locator(".state")).hasCount(0);
    open(hers, 200);
  }

  @Test
  void where_keycloak_is_away_the_invitation_waits_and_one_button_sends_it() {
    Device office =
        devices.take(Device.Kind.COMPUTER).signIn("admin", "/admin/people/invite.xhtml");
    outages.stopKeycloak();
    fillIn(office.page());
    assertThat(row(office)).containsText("The sign-in service did not answer");
    office.await(() -> row(office).locator("[id$=retry]").click());
    assertThat(row(office)).containsText("The sign-in service did not answer");
    outages.startKeycloak();
    row(office).locator("[id$=retry]").click();
    assertThat(row(office)).containsText("invited");
    assertThat(inbox.link(1)).isNotEmpty();
    office.await(() -> row(office).locator("[id$=again]").click());
    assertThat(office.page().locator("#trouble")).containsText("Wait a minute");
    assertThat(inbox.size()).as("within a minute").isEqualTo(1);
    practice.mailedEarlier(email);
    office.await(() -> row(office).locator("[id$=again]").click());
    assertThat(inbox.link(2)).isNotEmpty();
  }

  @Test
  void where_no_mail_can_be_sent_the_account_is_there_and_one_button_sends_it() {
    outages.stopMails();
    Device office = invite();
    assertThat(row(office)).containsText("could not send the mail");
    outages.startMails();
    row(office).locator("[id$=retry]").click();
    assertThat(row(office)).containsText("invited");
    assertThat(inbox.link(1)).isNotEmpty();
  }

  @Test
  void where_the_account_was_deleted_at_keycloak_the_same_button_makes_another() {
    Device office = invite();
    assertThat(inbox.link(1)).isNotEmpty();
    String sub = practice.one("select sub from person where email = ?", email);
    backstage.deletePerson(email);
    practice.mailedEarlier(email);
    office.await(() -> row(office).locator("[id$=again]").click());
    assertThat(inbox.link(2)).isNotEmpty();
    assertThat(practice.one("select sub from person where email = ?", email)).isNotEqualTo(sub);
  }

  @Test
  void what_does_not_fit_is_told_beside_its_field_and_nothing_typed_is_lost() {
    Device office =
        devices.take(Device.Kind.COMPUTER).signIn("admin", "/admin/people/invite.xhtml");
    Page page = office.page();
    page.locator("#name").fill("Nora");
    page.locator("#email").fill("nora at home");
    page.locator("[name=roles][value=THERAPIST]").uncheck();
    page.locator("#send").click();
    for (String field : List.of("name", "email", "roles")) {
      assertThat(page.locator("#" + field + "-message")).not().isEmpty();
    }
    assertThat(page.locator("#email")).hasValue("nora at home");
    page.locator("#name").fill(name);
    page.locator("#email").fill("THERAPIST@trellis.example");
    page.locator("[name=roles][value=ADMINISTRATOR]").check();
    page.locator("#send").click();
    assertThat(page.locator("#email-message")).containsText("has this address");
    assertThat(page.locator("#name")).hasValue(name);
    backstage.addPerson("known" + number);
    page.locator("#email").fill("known" + number + "@invented.example");
    page.locator("#send").click();
    assertThat(row(office)).containsText("has an account with this address");
    Locator self = page.locator("#staff li", hasText("Emil Kern"));
    assertThat(self.locator("a[href*=disable]")).hasCount(0);
    office.open(
        "/admin/people/disable.xhtml?staff="
            + practice.one("select id from person where email = 'admin@trellis.example'"));
    page.locator("#disable").click();
    assertThat(office.page().locator("#trouble")).containsText("cannot disable yourself");
  }

  /** Asks for the desk until it is answered so. */
  private static void open(Device device, int status) {
    for (int n = 0; device.open(DESK) != status; n++) {
      assertThat(n).as("tries until the desk is answered by %s", status).isLessThan(100);
      device.page().waitForTimeout(100);
    }
  }

  private Device invite() {
    Device office =
        devices.take(Device.Kind.COMPUTER).signIn("admin", "/admin/people/invite.xhtml");
    fillIn(office.page());
    return office;
  }

  private void fillIn(Page page) {
    page.locator("#name").fill(name);
    page.locator("#email").fill(email);
    page.locator("#send").click();
    page.waitForURL("**" + LIST);
  }

  private Locator row(Device office) {
    return office.page().locator("#staff li", hasText(name));
  }

  private static Page.LocatorOptions hasText(String text) {
    return new Page.LocatorOptions().setHasText(text);
  }
}
