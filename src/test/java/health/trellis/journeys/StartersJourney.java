package health.trellis.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A clinic's own goals to begin with: written by its administrator, taken up by its therapists. */
class StartersJourney extends Journey {
  private static final String EDIT = "/admin/starters/edit.xhtml";
  private static final String LIST = "**/admin/starters/list.xhtml*";
  private static final String WORDED = "select count(*) from goal_starter where words = ?";

  @Test
  void a_starter_is_written_begun_with_changed_and_retired() {
    String words = "I want to <b>knock</b> next door. " + UUID.randomUUID();
    Device office = devices.take(Device.Kind.COMPUTER).signIn("admin", EDIT);
    Page admin = office.page();
    write(admin, words, "OVERWORKS");
    admin.locator("#particulars").fill("On Thursday, before tea.");
    admin.locator("#save").dblclick();
    admin.waitForURL(LIST);
    assertThat(admin.getByText(words)).hasCount(1);
    assertThat(practice.count(WORDED, words)).isEqualTo(1);

    String client = practice.clientOf("therapist");
    String propose = "/therapist/goals/edit.xhtml?client=" + client;
    Device tablet = devices.take(Device.Kind.NARROW).signIn("therapist", "/therapist/desk.xhtml");
    Page page = tablet.page();
    tablet.open(propose);
    page.locator(".starters summary").click();
    Locator offered =
        page.locator(".starters li").filter(new Locator.FilterOptions().setHasText(words));
    assertThat(offered).containsText("of your practice");
    assertThat(
            page.locator(".starters li")
                .filter(
                    new Locator.FilterOptions().setHas(page.locator("a[href$='=STOP_ON_TIME']")))
                .locator("+ li")
                .first())
        .containsText("of your practice");
    offered.locator("a").click();
    page.waitForURL("**/edit.xhtml?*starter=*");
    assertThat(page.locator("#words")).hasValue(words);
    assertThat(page.locator("#particulars")).hasValue("On Thursday, before tea.");
    assertThat(page.locator("#focus")).hasValue("OVERWORKS");
    String address = page.url().substring(page.url().indexOf("/therapist/"));

    admin.getByText(words).click();
    admin.waitForURL("**/admin/starters/edit.xhtml?*");
    admin.locator("#words").fill(words + " Soon.");
    admin.locator("#particulars").fill("");
    admin.locator("#save").click();
    admin.waitForURL(LIST);
    tablet.open(address);
    assertThat(page.locator("#words")).hasValue(words + " Soon.");
    assertThat(page.locator("#particulars")).hasValue("");

    admin.getByText(words).click();
    admin.locator("#retire").click();
    admin.waitForURL(LIST);
    tablet.open(address);
    assertThat(page.locator("#save")).isVisible();
    assertThat(page.locator("#words")).hasValue("");
    assertThat(page.locator("main")).not().containsText(words);
  }

  @Test
  void what_cannot_be_a_starter_is_told_beside_its_field_and_nothing_typed_is_lost() {
    String words = "I want to wait. " + UUID.randomUUID();
    Device office = devices.take(Device.Kind.NARROW).signIn("admin", EDIT);
    Page page = office.page();
    page.locator("#particulars").fill("A walk. \uD83C\uDF31");
    page.locator("#save").click();
    assertThat(page.locator("#words-message")).containsText("Write down the goal");
    assertThat(page.locator("#focus-message")).containsText("Choose what it touches");
    assertThat(page.locator("#particulars")).hasValue("A walk. \uD83C\uDF31");
    write(page, "x".repeat(201), "HELP");
    page.locator("#save").click();
    assertThat(page.locator("#words-message")).containsText("at most 200");
    assertThat(page.locator("#words")).hasValue("x".repeat(201));
    page.locator("#words").fill(words);
    page.locator("#save").click();
    page.waitForURL(LIST);
    office.open(EDIT);
    write(page, words.toUpperCase(Locale.ROOT), "INTIMACY");
    page.locator("#save").click();
    assertThat(page.locator("#words-message")).containsText("with these words already");
    assertThat(page.locator("#words")).hasValue(words.toUpperCase(Locale.ROOT));
    assertThat(page.locator("#focus")).hasValue("INTIMACY");
    assertThat(practice.count(WORDED, words)).isEqualTo(1);
  }

  @Test
  void of_two_who_change_one_at_once_the_second_is_told_and_keeps_what_was_typed() {
    String words = "I want to rest. " + UUID.randomUUID();
    Device office = devices.take(Device.Kind.COMPUTER).signIn("admin", EDIT);
    Page page = office.page();
    write(page, words, "OVERWORKS");
    page.locator("#save").click();
    page.waitForURL(LIST);
    String one =
        EDIT + "?starter=" + practice.one("select id from goal_starter where words = ?", words);
    Device other = devices.take(Device.Kind.COMPUTER).signIn("admin", one);
    office.open(one);
    page.locator("#words").fill(words + " First.");
    page.locator("#save").click();
    page.waitForURL(LIST);
    other.page().locator("#words").fill(words + " Second.");
    other.page().locator("#save").click();
    assertThat(other.page().locator(".ui-messages-error")).containsText("Somebody changed this");
    assertThat(other.page().locator("#words")).hasValue(words + " Second.");
    assertThat(practice.count(WORDED, words + " First.")).isEqualTo(1);
    other.open(one);
    page.getByText(words).click();
    page.locator("#retire").click();
    page.waitForURL(LIST);
    other.page().locator("#words").fill(words + " Third.");
    other.page().locator("#save").click();
    assertThat(other.page().locator(".ui-messages-error")).containsText("was retired");
    assertThat(other.page().locator("#words")).hasValue(words + " Third.");
    assertThat(other.open(one)).isEqualTo(404);
  }

  @Test
  void therapists_and_clients_find_no_page_of_it() {
    for (String who : new String[] {"therapist", "client"}) {
      Device device = devices.take(Device.Kind.COMPUTER).signIn(who, "/");
      assertThat(device.open("/admin/starters/list.xhtml")).as(who).isEqualTo(404);
      assertThat(device.open(EDIT)).as(who).isEqualTo(404);
    }
  }

  private static void write(Page page, String words, String focus) {
    page.locator("#words").fill(words);
    page.locator("#focus").selectOption(focus);
  }
}
