package health.trellis.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import health.trellis.testkit.Stage;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A belief: named in the client's words, rated over time, revised. */
class BeliefsJourney extends Journey {
  private static final String NAMED = "select count(*) from belief where words = ?";

  @Test
  void a_belief_is_named_rated_twice_and_revised() {
    String client = practice.clientOf("therapist");
    Device office = devices.take(Device.Kind.COMPUTER).signIn("therapist", "/therapist/desk.xhtml");
    Page page = office.page();
    office.open("/therapist/beliefs/list.xhtml?client=" + client);
    page.locator("a[href*='/therapist/beliefs/edit.xhtml']").first().click();
    String words =
        "<b>If I ask</b>, they leave. \u05e9\u05dc\u05d5\u05dd \uD83C\uDF31 " + UUID.randomUUID();
    page.locator("#words").fill(words);
    page.locator("#theme").selectOption("OTHERS_LET_ME_DOWN");
    page.locator("#about").selectOption("OTHERS");
    page.locator("#alternative").fill("Some stay.");
    page.locator("#save").dblclick();
    page.waitForURL("**/therapist/beliefs/belief.xhtml*");
    assertThat(practice.count(NAMED, words)).isEqualTo(1);
    assertThat(page.locator("h2.voice")).hasText(words);

    rate(page, "80", "20");
    rate(page, "55", "45");
    assertThat(page.locator("svg.course circle.point.here")).hasCount(2);
    assertThat(page.locator("svg.course circle.point.other")).hasCount(2);
    page.locator("details.more summary").last().click();
    assertThat(page.locator("table.table tbody tr")).hasCount(2);

    page.locator("a[href*='/therapist/beliefs/edit.xhtml']").click();
    page.locator("#triggers").fill("an offer");
    page.locator("#save").click();
    page.waitForURL("**/therapist/beliefs/belief.xhtml*");
    assertThat(page.locator("main")).containsText("an offer");
    office.open("/therapist/beliefs/list.xhtml?client=" + client);
    assertThat(page.locator("main")).containsText("80 → 55 of 100");
  }

  @Test
  void what_does_not_fit_is_told_beside_its_field_and_stays() {
    String client = practice.clientOf("therapist");
    Device office = devices.take(Device.Kind.COMPUTER).signIn("therapist", "/therapist/desk.xhtml");
    Page page = office.page();
    office.open("/therapist/beliefs/edit.xhtml?client=" + client);
    String megabyte = "x".repeat(1_000_000);
    page.locator("#theme").selectOption("OWN");
    page.locator("#triggers").fill(megabyte);
    page.waitForResponse("**/edit.xhtml*", () -> page.locator("#save").click());
    for (String field : new String[] {"words", "ownTheme", "triggers"}) {
      assertThat(page.locator("#" + field + "-message")).not().isEmpty();
    }
    assertThat(page.locator("#triggers")).hasValue(megabyte);
    page.locator("#words").fill("kept " + UUID.randomUUID());
    page.locator("#ownTheme").fill("Debts");
    page.locator("#triggers").fill("");
    page.locator("#originAge").fill("119");
    page.locator("#save").click();
    assertThat(page.locator("#originAge-message")).not().isEmpty();
    assertThat(page.locator("#ownTheme")).hasValue("Debts");
    page.locator("#originAge").fill("7");
    page.locator("#save").click();
    page.waitForURL("**/therapist/beliefs/belief.xhtml*");
    assertThat(page.locator("main")).containsText("Debts");

    page.locator("#conviction").fill("101");
    page.locator("#remark").fill("after the holidays");
    page.locator("#rate").click();
    assertThat(page.locator("#conviction-message")).not().isEmpty();
    assertThat(page.locator("#remark")).hasValue("after the holidays");
  }

  @Test
  void of_two_revisions_the_later_one_is_told_and_its_text_stays() {
    String client = practice.clientOf("therapist");
    Device office = devices.take(Device.Kind.COMPUTER).signIn("therapist", "/therapist/desk.xhtml");
    Page one = office.page();
    office.open("/therapist/beliefs/edit.xhtml?client=" + client);
    one.locator("#words").fill("two writers " + UUID.randomUUID());
    one.locator("#save").click();
    one.waitForURL("**/therapist/beliefs/belief.xhtml*");
    String revise = one.url().replace("/belief.xhtml", "/edit.xhtml");
    one.navigate(revise);
    Page two = office.newTab();
    two.navigate(revise);
    one.locator("#triggers").fill("from the first tab");
    one.locator("#save").click();
    one.waitForURL("**/therapist/beliefs/belief.xhtml*");
    two.locator("#triggers").fill("from the second tab");
    two.locator("#save").click();
    assertThat(two.locator("#trouble")).not().isEmpty();
    assertThat(two.locator("#triggers")).hasValue("from the second tab");
    office.letSessionEnd();
    two.locator("#save").click();
    Page again = office.context().waitForPage(() -> two.locator("#idle [data-after] a").click());
    SignInScreen.on(again).signIn("therapist", Stage.get().passwordOf("therapist"));
    again.waitForURL("**/therapist/desk.xhtml");
    two.bringToFront();
    two.evaluate("dispatchEvent(new Event('focus'))");
    assertThat(two.locator("#idle")).isHidden();
    two.locator("#save").click();
    assertThat(two.locator("#trouble")).containsText("session had ended");
    two.locator("#save").click();
    assertThat(two.locator("#trouble")).containsText("Somebody changed this");
    assertThat(two.locator("#triggers")).hasValue("from the second tab");
    one.reload();
    assertThat(one.locator("main")).containsText("from the first tab");
  }

  @Test
  void others_get_404_for_beliefs() {
    String client = practice.clientOf("therapist");
    for (String who : new String[] {"colleague", "admin", "client"}) {
      Device other = devices.take(Device.Kind.COMPUTER).signIn(who, "/");
      for (String page : new String[] {"list", "edit"}) {
        assertThat(other.open("/therapist/beliefs/" + page + ".xhtml?client=" + client))
            .as(who + " " + page)
            .isEqualTo(404);
      }
    }
  }

  private static void rate(Page page, String belief, String alternative) {
    page.locator("#conviction").fill(belief);
    page.locator("#alternativeNow").fill(alternative);
    page.locator("#rate").dblclick();
    assertThat(page.locator("svg.course text.figure").last()).hasText(belief);
  }
}
