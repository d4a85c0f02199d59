package health.trellis.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import health.trellis.testkit.Stage;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A therapist leaves: the clients go to somebody else, are told, and she is out. */
class HandOverJourney extends Journey {
  private static final String CASELOAD = "/therapist/caseload.xhtml";
  private static final String OVERVIEW = "/therapist/clients/overview.xhtml?client=";

  private final String number = UUID.randomUUID().toString().substring(0, 8);
  private final String leaver = "leaver" + number;
  private final String heir = "heir" + number;
  private final String first = "handed" + number;
  private final String second = "later" + number;
  private String firstClient = "";

  @BeforeEach
  void begin() {
    for (String therapist : new String[] {leaver, heir}) {
      practice.giveRole(practice.letIn(therapist, true), "THERAPIST");
    }
    firstClient = practice.admitTo(first, leaver);
    practice.admitTo(second, leaver);
  }

  @Test
  void clients_are_handed_over_some_first_and_then_all_and_the_therapist_is_disabled() {
    Device hers = signIn(Device.Kind.COMPUTER, leaver, CASELOAD);
    Device phone = signIn(Device.Kind.PHONE, first, "/portal/home.xhtml");
    assertThat(phone.page().locator("#change")).hasCount(0);
    Device office = devices.take(Device.Kind.COMPUTER).signIn("admin", "/admin/people/list.xhtml");
    Page page = office.page();
    page.locator("#staff li", hasText(leaver)).locator("a[href*=hand-over]").click();
    Locator chosen = page.locator("[name=clients]");
    assertThat(chosen).hasCount(2);
    chosen.first().uncheck();
    chosen.last().uncheck();
    page.locator("#hand").click();
    assertThat(page.locator("#to-message")).containsText("Choose one of the therapists");
    assertThat(page.locator("#clients-message")).containsText("at least one");
    page.locator("[name=clients][value='" + firstClient + "']").check();
    page.locator("#to").selectOption(new SelectOption().setLabel("Invented " + heir));
    page.locator("#hand").click();
    assertThat(chosen).hasCount(1);

    hers.open(CASELOAD);
    assertThat(hers.page().locator("main")).containsText("Invented " + second);
    assertThat(hers.page().locator("main")).not().containsText("Invented " + first);
    assertThat(hers.open(OVERVIEW + firstClient)).isEqualTo(404);
    Device his = signIn(Device.Kind.COMPUTER, heir, CASELOAD);
    assertThat(his.page().locator("main")).containsText("Invented " + first);
    assertThat(his.open(OVERVIEW + firstClient)).isEqualTo(200);
    phone.open("/portal/home.xhtml");
    assertThat(phone.page().locator("#change")).containsText("Invented " + leaver);
    assertThat(phone.page().locator("#change")).containsText("with Invented " + heir + " now");
    phone.open("/portal/audit/report.xhtml");
    assertThat(phone.page().locator("main")).containsText("Handed over to another therapist");

    page.locator("#to").selectOption(new SelectOption().setLabel("Invented " + heir));
    page.locator("#hand").click();
    assertThat(page.locator(".empty")).containsText("treats nobody now");
    page.locator("a[href*='/admin/people/list']").first().click();
    page.locator("#staff li", hasText(leaver)).locator("a[href*=disable]").click();
    assertThat(page.locator("#disabling")).containsText("treats nobody now");
    page.locator("#disable").click();
    assertThat(page.locator("#staff li", hasText(leaver))).containsText("disabled");
    for (int n = 0; hers.open(CASELOAD) != 404; n++) {
      assertThat(n).as("tries until she is out").isLessThan(50);
      hers.page().waitForTimeout(100);
    }
    assertThat(
            practice.count(
                "select count(*) from caseload l join person p on p.id = l.therapist_id"
                    + " where p.email = ? || '@invented.example' and l.until is not null",
                leaver))
        .as("what is kept of whom she treated")
        .isEqualTo(2);
  }

  private Device signIn(Device.Kind kind, String userName, String address) {
    Device device = devices.take(kind);
    device.page().navigate(address);
    SignInScreen.on(device.page()).signIn(userName, Stage.get().backstage().passwordOf(userName));
    device.page().waitForURL("**" + address);
    return device;
  }

  private static Page.LocatorOptions hasText(String text) {
    return new Page.LocatorOptions().setHasText(text);
  }
}
