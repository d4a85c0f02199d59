package health.trellis.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import health.trellis.testkit.Stage;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A belief: named in the client's words, rated over time, revised. */
class BeliefsJourney extends Journey {
  private static final String OF_CLIENT = "select count(*) from belief where client_id = ?::uuid";
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
  void feelings_and_evidence_are_kept_and_a_source_opens_by_one_click() {
    String client = practice.clientOf("therapist");
    Device office = devices.take(Device.Kind.COMPUTER).signIn("therapist", "/therapist/desk.xhtml");
    Page page = office.page();
    office.open("/therapist/beliefs/edit.xhtml?client=" + client);
    page.locator("#words").fill("with feelings " + UUID.randomUUID());
    page.locator("#emotion1").fill("<i>shame</i> \uD83C\uDF31");
    page.locator("#strength1").fill("101");
    page.locator("#emotion3").fill("fear");
    page.locator("#save").click();
    assertThat(page.locator("#strength1-message")).not().isEmpty();
    assertThat(page.locator("#strength3-message")).not().isEmpty();
    assertThat(page.locator("#emotion3")).hasValue("fear");
    page.locator("#strength1").fill("80");
    page.locator("#strength3").fill("0");
    page.locator("#save").click();
    page.waitForURL("**/therapist/beliefs/belief.xhtml*");
    assertThat(page.locator("main")).containsText("<i>shame</i> \uD83C\uDF31: 80 of 100");
    assertThat(page.locator("main")).containsText("fear: 0 of 100");

    String belief = page.url();
    page.locator("a[href*='/evidence.xhtml']").click();
    String tomorrow = LocalDate.now(ZoneOffset.UTC).plusDays(2).toString();
    String megabyte = "x".repeat(1_000_000);
    page.locator("#words").fill(megabyte);
    page.locator("#source").selectOption("other");
    page.locator("#sourceWords").fill("a letter");
    page.waitForResponse("**/evidence.xhtml*", () -> page.locator("#save").click());
    assertThat(page.locator("#words-message")).not().isEmpty();
    assertThat(page.locator("#words")).hasValue(megabyte);
    page.locator("#words")
        .fill("Somebody stayed. <script>alert(1)</script> \u05e9\u05dc\u05d5\u05dd");
    page.locator("#happenedOn").fill(tomorrow);
    page.locator("#save").click();
    assertThat(page.locator("#happenedOn-message")).not().isEmpty();
    assertThat(page.locator("#sourceWords")).hasValue("a letter");
    page.locator("#happenedOn").fill("2026-01-10");
    page.locator("#save").dblclick();
    page.waitForURL("**/therapist/beliefs/belief.xhtml*");
    assertThat(page.locator("main")).containsText("<script>alert(1)</script>");
    assertThat(page.locator("main")).containsText("a letter");

    tell(page, "note:", "As was written.");
    page.locator(".statements a[href*='/therapist/notes/']").click();
    page.waitForURL("**/therapist/notes/*.xhtml*");
    page.navigate(belief);
    tell(page, "item:", "As was answered.");
    page.locator(".statements a[href*='/therapist/inventory/result.xhtml']").click();
    page.waitForURL("**/therapist/inventory/result.xhtml*#item-*");
    assertThat(page.locator("tr:target")).isVisible();
    String id = belief.substring(belief.lastIndexOf("belief=") + "belief=".length());
    page.locator("tr:target .evident a[href*='" + id + "']").click();
    page.waitForURL("**/therapist/beliefs/belief.xhtml*");
    assertThat(page.locator("section[aria-labelledby=notes] .rows > li"))
        .containsText("evidence comes from it");
  }

  private static void tell(Page page, String source, String words) {
    page.locator("a[href*='/evidence.xhtml']").click();
    page.locator("#side").selectOption("FOR");
    page.locator("#words").fill(words);
    page.locator("#source")
        .selectOption(
            page.locator("#source option[value^='" + source + "']").first().getAttribute("value"));
    page.locator("#save").click();
    page.waitForURL("**/therapist/beliefs/belief.xhtml*");
    assertThat(page.locator("main")).containsText(words);
  }

  @Test
  void a_belief_is_put_to_the_test_and_the_outcome_stands() {
    String client = practice.clientOf("therapist");
    String belief = practice.beliefOf(client);
    Device office = devices.take(Device.Kind.COMPUTER).signIn("therapist", "/therapist/desk.xhtml");
    Page page = office.page();
    office.open("/therapist/beliefs/belief.xhtml?client=" + client + "&belief=" + belief);
    page.locator("a[href*='/plan.xhtml']").click();
    String prediction = "They will laugh. " + UUID.randomUUID();
    page.locator("#prediction").fill(prediction);
    page.locator("#probability").fill("120");
    page.locator("#plan").fill("Ask the neighbour.");
    page.locator("#conviction").fill("70");
    page.locator("#save").click();
    assertThat(page.locator("#probability-message")).not().isEmpty();
    page.locator("#probability").fill("90");
    page.locator("#save").click();
    assertThat(page.locator("#alternativeNow-message")).not().isEmpty();
    assertThat(page.locator("#prediction")).hasValue(prediction);
    page.locator("#alternativeNow").fill("30");
    page.locator("#plannedFor").fill("2020-01-01");
    page.locator("#save").click();
    assertThat(page.locator("#plannedFor-message")).not().isEmpty();
    page.locator("#plannedFor").fill(LocalDate.now(ZoneOffset.UTC).plusDays(3).toString());
    page.locator("#save").dblclick();
    page.waitForURL("**/therapist/beliefs/experiment.xhtml*");
    assertThat(practice.count("select count(*) from experiment where prediction = ?", prediction))
        .isEqualTo(1);
    String test = page.url();
    Page late = office.newTab();
    late.navigate(test);

    page.bringToFront();
    page.locator("#happenedOn").fill(LocalDate.now(ZoneOffset.UTC).plusDays(2).toString());
    page.locator("#outcome").fill("She brought cake.");
    page.locator("#learned").fill("Some like to be asked.");
    page.locator("#conviction").fill("40");
    page.locator("#alternativeNow").fill("60");
    page.locator("#save").click();
    assertThat(page.locator("#happenedOn-message")).not().isEmpty();
    assertThat(page.locator("#outcome")).hasValue("She brought cake.");
    page.locator("#happenedOn").fill(LocalDate.now(ZoneOffset.UTC).minusDays(1).toString());
    page.locator("#save").dblclick();
    assertThat(page.locator("main")).containsText("70 → 40 of 100");
    assertThat(page.locator("main")).containsText("30 → 60 of 100");
    assertThat(page.locator("form")).hasCount(page.locator("header form, dialog form").count());

    late.bringToFront();
    late.locator("#outcome").fill("Another story.");
    late.locator("#learned").fill("Another one.");
    late.locator("#conviction").fill("1");
    late.locator("#alternativeNow").fill("2");
    late.locator("#save").click();
    assertThat(late.locator("#trouble")).containsText("done or given up already");
    assertThat(late.locator("#outcome")).hasValue("Another story.");
    late.navigate(test);
    assertThat(late.locator("main")).containsText("She brought cake.");

    office.open("/therapist/beliefs/belief.xhtml?client=" + client + "&belief=" + belief);
    Page again = office.page();
    assertThat(again.locator("main")).containsText(prediction);
    again.locator("details.more summary").last().click();
    assertThat(again.locator("table.table")).containsText("after an experiment");
    tell(again, "experiment:", "It was tried.");
  }

  @Test
  void a_case_that_was_closed_in_between_takes_nothing_new_and_what_was_typed_stays() {
    String client = practice.clientOf("therapist");
    String belief = practice.beliefOf(client);
    String records =
        "?client=%s&belief=%s&experiment=%s"
            .formatted(client, belief, practice.experimentWith(belief));
    Device office = devices.take(Device.Kind.COMPUTER).signIn("therapist", "/therapist/desk.xhtml");
    Page evidence = office.page();
    office.open("/therapist/beliefs/evidence.xhtml" + records);
    Page plan = office.newTab();
    office.open("/therapist/beliefs/plan.xhtml" + records);
    Page test = office.newTab();
    office.open("/therapist/beliefs/experiment.xhtml" + records);
    evidence.locator("#words").fill("Somebody came back.");
    plan.locator("#prediction").fill("Nobody will.");
    plan.locator("#probability").fill("50");
    plan.locator("#plan").fill("Wait.");
    test.locator("#outcome").fill("Somebody did.");
    test.locator("#learned").fill("Some do.");
    for (Page each : new Page[] {plan, test}) {
      each.locator("#conviction").fill("50");
      each.locator("#alternativeNow").fill("50");
    }
    practice.close(client, true);
    try {
      for (Page each : new Page[] {evidence, plan, test}) {
        each.bringToFront();
        each.locator("#save").click();
        assertThat(each.locator("#trouble")).containsText("This record is closed");
      }
      assertThat(evidence.locator("#words")).hasValue("Somebody came back.");
      assertThat(plan.locator("#prediction")).hasValue("Nobody will.");
      assertThat(test.locator("#outcome")).hasValue("Somebody did.");
      office.open("/therapist/beliefs/belief.xhtml" + records);
      assertThat(office.page().locator("a[href*='/evidence.xhtml']")).hasCount(0);
    } finally {
      practice.close(client, false);
    }
  }

  @Test
  void an_experiment_is_given_up_for_a_reason() {
    String client = practice.clientOf("therapist");
    String belief = practice.beliefOf(client);
    String test = practice.experimentWith(belief);
    Device office = devices.take(Device.Kind.COMPUTER).signIn("therapist", "/therapist/desk.xhtml");
    Page page = office.page();
    office.open(
        "/therapist/beliefs/experiment.xhtml?client=%s&belief=%s&experiment=%s"
            .formatted(client, belief, test));
    page.locator("details.more summary").last().click();
    page.locator("#giveUp").click();
    page.locator("details.more summary").last().click();
    assertThat(page.locator("#reason-message")).not().isEmpty();
    page.locator("#reason").fill("The neighbour moved.");
    page.locator("#giveUp").click();
    assertThat(page.locator("main")).containsText("The neighbour moved.");
    assertThat(page.locator("#outcome")).hasCount(0);
  }

  @Test
  void a_high_answer_suggests_a_theme_and_nothing_is_named_by_itself() {
    String client = practice.clientWithHighAnswers();
    long before = practice.count(OF_CLIENT, client);
    Device office = devices.take(Device.Kind.COMPUTER).signIn("therapist", "/therapist/desk.xhtml");
    Page page = office.page();
    office.open("/therapist/beliefs/list.xhtml?client=" + client);
    assertThat(page.locator("#suggested")).isVisible();
    Locator first = page.locator("a[href*='theme=']").first();
    String theme = first.getAttribute("href").replaceAll(".*theme=", "");
    first.click();
    page.waitForURL("**/therapist/beliefs/edit.xhtml*");
    assertThat(page.locator("#theme")).hasValue(theme);
    assertThat(page.locator("#words")).hasValue("");
    page.locator("#theme").selectOption("OWN");
    page.locator("#save").click();
    assertThat(page.locator("#words-message")).not().isEmpty();
    assertThat(page.locator("#theme")).hasValue("OWN");
    assertThat(practice.count(OF_CLIENT, client)).isEqualTo(before);
    office.open("/therapist/beliefs/edit.xhtml?client=" + client + "&theme=%3Cb%3E");
    assertThat(page.locator("#theme")).hasValue("HELP_IS_WEAKNESS");
  }

  @Test
  void others_get_404_for_beliefs() {
    String client = practice.clientOf("therapist");
    String belief = practice.beliefOf(client);
    String records = "&belief=" + belief + "&experiment=" + practice.experimentWith(belief);
    for (String who : new String[] {"colleague", "admin", "client"}) {
      Device other = devices.take(Device.Kind.COMPUTER).signIn(who, "/");
      for (String page :
          new String[] {"list", "edit", "belief", "evidence", "plan", "experiment"}) {
        assertThat(other.open("/therapist/beliefs/" + page + ".xhtml?client=" + client + records))
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
