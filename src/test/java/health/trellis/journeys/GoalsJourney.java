package health.trellis.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A goal between therapist and client: proposed, agreed, rated by both, and what is refused. */
class GoalsJourney extends Journey {
  private static final String PROPOSED = "select count(*) from goal where words = ?";
  private static final String WITHDRAWN =
      "select count(*) from goal_rating where goal_id = ?::uuid and withdrawn_at is not null"
          + " and withdrawn_reason = 'My thumb slipped.' and withdrawn_by = rated_by";
  private static final String RATED = "select count(*) from goal_rating where goal_id = ?::uuid";

  @Test
  void a_goal_is_proposed_described_agreed_in_the_portal_rated_by_both_and_drawn() {
    String client = practice.ownRecordOfClient();
    Device office = devices.take(Device.Kind.COMPUTER).signIn("therapist", "/therapist/desk.xhtml");
    Page desk = office.page();
    String words = "<b>I want to ask</b> before I am at my limit. " + UUID.randomUUID();
    String goal = propose(office, client, words);
    Device phone = devices.take(Device.Kind.PHONE).signIn("client", "/portal/home.xhtml");
    Page hand = phone.page();
    String own = "/portal/goals/goal.xhtml?goal=" + goal;
    assertThat(phone.open(own)).as("not proposed to the client yet").isEqualTo(404);

    desk.locator("#agree").click();
    assertThat(desk.locator(".ui-messages-error")).containsText("Describe all five levels");
    describe(desk, "Once a week.", "");
    assertThat(desk.locator("main")).containsText("some are not described yet");
    desk.locator("#agree").click();
    assertThat(desk.locator(".ui-messages-error")).containsText("Describe all five levels");
    describe(desk, "Once a week.", "Never.");
    desk.locator("#share").click();
    assertThat(desk.locator("main")).containsText("waits for the client’s yes");

    phone.open("/portal/home.xhtml");
    hand.locator("a[href='/portal/goals/list.xhtml']").first().click();
    hand.locator("a[href*='" + goal + "']").click();
    assertThat(hand.locator("h1")).hasText(words);
    assertThat(hand.locator(".ladder li")).hasCount(5);
    hand.locator("#agree").click();
    assertThat(hand.locator("[role=status]").first()).containsText("It is agreed");
    hand.locator("#level li").nth(3).click(); // −1
    hand.locator("#remark").fill("on a good day");
    hand.locator("#keep").dblclick();
    assertThat(hand.locator("[role=status]").first()).containsText("Kept");
    assertThat(hand.locator("main")).containsText("on a good day");
    assertThat(practice.count(RATED, goal)).isEqualTo(1);

    desk.reload();
    assertThat(desk.locator("main")).containsText("agreed by the client in the portal");
    rate(desk, "1");
    assertThat(desk.locator("svg.goal circle.point.here")).hasCount(1);
    assertThat(desk.locator("svg.goal rect.point.client")).hasCount(1);
    assertThat(desk.locator(".ladder li").nth(1)).containsText("now, by the therapist");
    assertThat(desk.locator(".ladder li").nth(3)).containsText("now, by the client");
    assertThat(desk.locator(".ladder li").nth(3)).containsText("began here");
    desk.locator("details.more summary").last().click();
    assertThat(desk.locator("table.table")).containsText("Lea Sommer, Client");
    phone.open(own);
    assertThat(hand.locator("main")).not().containsText("by the therapist");
    office.open("/therapist/goals/list.xhtml?client=" + client);
    assertThat(desk.locator("main")).containsText("+1 therapist");
    assertThat(desk.locator("main")).containsText("−1 client");
    assertThat(desk.locator("main")).containsText("Kiresuk");
  }

  @Test
  void agreed_levels_do_not_change_and_a_rewrite_ends_their_series() {
    String client = practice.clientOf("therapist");
    String goal = practice.goalOf(client);
    Device office = devices.take(Device.Kind.COMPUTER).signIn("therapist", "/therapist/desk.xhtml");
    Page desk = office.page();
    String there = "/therapist/goals/goal.xhtml?client=" + client + "&goal=" + goal;
    office.open(there);
    desk.locator("a[href*='/scale.xhtml']").click();
    assertThat(desk.locator(".notice")).containsText("Version 1 stands");
    desk.locator("#expected").fill("Twice a week.");
    desk.locator("#save").click();
    desk.waitForURL("**/therapist/goals/goal.xhtml*");
    assertThat(desk.locator("main")).containsText("Levels to agree, version 2");
    assertThat(texts(goal)).as("the first stands").containsExactly("Once a week.", "Twice a week.");
    Page late = office.newTab();
    office.open("/therapist/goals/scale.xhtml?client=" + client + "&goal=" + goal);
    desk.locator("#agree").click();
    assertThat(desk.locator("main")).containsText("version 2");
    assertThat(desk.locator("main")).not().containsText("Levels to agree");
    assertThat(desk.locator("main")).not().containsText("now, by the therapist");
    late.locator("#expected").fill("Otherwise.");
    late.locator("#save").click();
    assertThat(late.locator(".ui-messages-error")).containsText("Somebody changed this");
    assertThat(late.locator("#expected")).hasValue("Otherwise.");
    assertThat(texts(goal)).containsExactly("Once a week.", "Twice a week.");
  }

  @Test
  void what_does_not_fit_is_told_beside_its_field_and_stays() {
    String client = practice.clientOf("therapist");
    String goal = practice.goalOf(client);
    Device office = devices.take(Device.Kind.COMPUTER).signIn("therapist", "/therapist/desk.xhtml");
    Page page = office.page();
    office.open("/therapist/goals/edit.xhtml?client=" + client);
    String endless = "x".repeat(501);
    page.locator("#words").fill(endless);
    page.locator("#barriers").fill("</script><script>alert(1)</script>");
    page.locator("#rank").selectOption("1");
    page.locator("#targetDate").fill("2020-01-01");
    page.locator("#save").click();
    assertThat(page.locator("#words-message")).containsText("too long");
    assertThat(page.locator("#words")).hasValue(endless);
    assertThat(page.locator("#barriers")).hasValue("</script><script>alert(1)</script>");
    page.locator("#words").fill("I want to ask. " + UUID.randomUUID());
    page.locator("#save").click();
    assertThat(page.locator("#rank-message")).containsText("Another goal has this place");
    page.locator("#rank").selectOption(new SelectOption().setIndex(0));
    page.locator("#save").click();
    assertThat(page.locator("#targetDate-message")).containsText("passed");
    assertThat(page.locator("#targetDate")).hasValue("2020-01-01");

    office.open("/therapist/goals/rate.xhtml?client=" + client + "&goal=" + goal);
    page.locator("#score").fill("11");
    page.locator("#remark").fill("kept");
    page.locator("#keep").click();
    assertThat(page.locator("#score-message")).not().isEmpty();
    page.locator("#score").fill("7");
    page.locator("#ratedOn").fill(LocalDate.now(ZoneOffset.UTC).plusDays(3).toString());
    page.locator("#keep").click();
    assertThat(page.locator("#ratedOn-message")).containsText("lies ahead");
    assertThat(page.locator("#remark")).hasValue("kept");
    assertThat(page.locator("#score")).hasValue("7");
    assertThat(practice.count(RATED, goal)).isEqualTo(6);
  }

  @Test
  void a_goal_goes_its_way_a_rating_is_withdrawn_and_steps_are_ticked() {
    String client = practice.clientOf("therapist");
    String goal = practice.goalOf(client);
    Device office = devices.take(Device.Kind.COMPUTER).signIn("therapist", "/therapist/desk.xhtml");
    Page desk = office.page();
    office.open("/therapist/goals/goal.xhtml?client=" + client + "&goal=" + goal);
    desk.locator("#start").click();
    assertThat(desk.locator(".title .state").first()).hasText("being worked on");
    desk.locator("#hold").click();
    assertThat(desk.locator(".title .state").first()).hasText("on hold");
    desk.locator("#start").click();
    assertThat(desk.locator(".title .state").first()).hasText("being worked on");

    desk.locator("#step").fill("Ring the sister.");
    desk.locator("#owner").selectOption("OTHER");
    desk.locator("#addStep").click();
    assertThat(desk.locator("#ownerWords-message")).containsText("Say who");
    assertThat(desk.locator("#step")).hasValue("Ring the sister.");
    desk.locator("#ownerWords").fill("Jo");
    desk.locator("#addStep").click();
    assertThat(desk.locator(".small-steps li")).hasCount(4);
    desk.getByLabel("Done: Ring Ana.").click();
    assertThat(desk.getByLabel("Not done after all: Ring Ana.")).isVisible();
    desk.getByLabel("Not done after all: Ring Ana.").click();
    assertThat(desk.getByLabel("Done: Ring Ana.")).isVisible();
    desk.locator("a[href*='/step.xhtml']").first().click();
    desk.locator("#drop").click();
    desk.waitForURL("**/therapist/goals/goal.xhtml*");
    assertThat(desk.locator(".small-steps li")).hasCount(3);

    desk.locator("details.more summary").last().click();
    desk.locator("a[href*='/withdraw.xhtml']").first().click();
    desk.locator("#withdraw").click();
    assertThat(desk.locator("#reason-message")).containsText("why");
    desk.locator("#reason").fill("A slip of the finger.");
    desk.locator("#withdraw").click();
    desk.waitForURL("**/therapist/goals/goal.xhtml*");
    desk.locator("details.more summary").last().click();
    assertThat(desk.locator("tr.withdrawn")).containsText("A slip of the finger.");

    desk.locator("#end").click();
    assertThat(desk.locator("#reason-message")).containsText("why");
    desk.locator("#meet").click();
    assertThat(desk.locator(".title .state").first()).hasText("met");
    assertThat(desk.locator("#addStep")).hasCount(0);
    assertThat(
            practice.all(
                "select status from goal_change where goal_id = ?::uuid order by id", goal))
        .containsExactly("AGREED", "ACTIVE", "ON_HOLD", "ACTIVE", "MET");
  }

  @Test
  void a_client_rates_by_slider_takes_it_back_and_ticks_small_steps_and_takes_it_back() {
    String goal = practice.sharedGoal(practice.goalOf(practice.ownRecordOfClient()));
    Device phone = devices.take(Device.Kind.PHONE).signIn("client", "/portal/home.xhtml");
    Page hand = phone.page();
    phone.open("/portal/goals/goal.xhtml?goal=" + goal);
    assertThat(hand.locator("#slide")).hasValue("5");
    phone.await(() -> hand.locator("#keep").click());
    assertThat(hand.locator("#score-message, #level-message").first()).containsText("Say first");
    hand.locator("#slide").press("ArrowRight");
    hand.locator("#remark").fill("x".repeat(501));
    phone.await(() -> hand.locator("#keep").click());
    assertThat(hand.locator("#score")).hasValue("6");
    assertThat(hand.locator("#remark-message")).containsText("too long");
    hand.locator("#remark").fill("slowly");
    hand.locator("#slide").press("ArrowRight");
    hand.locator("#keep").click();
    assertThat(hand.locator("[role=status]").first()).containsText("Kept");
    assertThat(hand.locator("main")).containsText("7 of 10");

    hand.locator("a[href*='/withdraw.xhtml']").last().click();
    assertThat(hand.locator("h1")).hasText("Take back what you said");
    assertThat(hand.locator("main")).containsText("7 of 10");
    hand.locator("#withdraw").click();
    assertThat(hand.locator("#reason-message")).containsText("why");
    hand.locator("#reason").fill("My thumb slipped.");
    hand.locator("#withdraw").dblclick();
    assertThat(hand.locator("[role=status]").first()).containsText("Taken back");
    assertThat(hand.locator(".taken-back")).containsText("My thumb slipped.");
    assertThat(hand.locator("#slide")).hasValue("5");
    assertThat(practice.count(WITHDRAWN, goal)).isEqualTo(1);
    assertThat(phone.open(withdrawing(goal, "CLIENT"))).isEqualTo(200);
    assertThat(phone.open(withdrawing(goal, "THERAPIST"))).as("a therapist's").isEqualTo(404);

    phone.open("/portal/goals/steps.xhtml");
    assertThat(hand.locator("main")).not().containsText("overdue");
    hand.getByLabel("Done: Ask Jo.").first().click();
    assertThat(hand.getByLabel("Not done after all: Ask Jo.").first()).isVisible();
    hand.getByLabel("Not done after all: Ask Jo.").first().click();
    assertThat(hand.getByLabel("Done: Ask Jo.").first()).isVisible();
  }

  @Test
  void a_therapist_withdraws_the_own_ratings_and_not_the_clients() {
    String client = practice.clientOf("therapist");
    String goal = practice.goalOf(client);
    Device office = devices.take(Device.Kind.COMPUTER).signIn("therapist", "/therapist/desk.xhtml");
    office.open("/therapist/goals/goal.xhtml?client=" + client + "&goal=" + goal);
    assertThat(office.page().locator("a[href*='/withdraw.xhtml']")).hasCount(4);
    String there = "/therapist/goals/withdraw.xhtml?client=" + client + "&rating=";
    assertThat(office.open(there + rating(goal, "THERAPIST"))).isEqualTo(200);
    assertThat(office.open(there + rating(goal, "CLIENT"))).isEqualTo(404);
    Device phone = devices.take(Device.Kind.PHONE).signIn("client", "/portal/home.xhtml");
    assertThat(phone.open(withdrawing(practice.sharedGoal(goal), "CLIENT")))
        .as("another client's")
        .isEqualTo(404);
  }

  @Test
  void how_far_goals_got_is_drawn_on_the_overview_and_in_the_caseload() {
    String client = practice.clientOf("therapist");
    practice.endGoalsOf(client);
    Device office = devices.take(Device.Kind.COMPUTER).signIn("therapist", "/therapist/desk.xhtml");
    Page desk = office.page();
    String overview = "/therapist/clients/overview.xhtml?client=" + client;
    office.open(overview);
    assertThat(desk.locator("#formulation")).isVisible();
    assertThat(desk.locator(".goals-now")).hasCount(0);
    String goal = practice.goalOf(client);
    office.open(overview);
    assertThat(desk.locator(".goals-now b")).hasText("+1.0");
    assertThat(desk.locator(".goals-now .unseen")).hasText("from −1.0");
    assertThat(desk.locator(".goals-now polyline")).hasAttribute("points", "6,27 154,13");
    office.open("/therapist/goals/goal.xhtml?client=" + client + "&goal=" + goal);
    rate(desk, "-2");
    office.open("/therapist/caseload.xhtml");
    Locator row =
        desk.locator("tr")
            .filter(new Locator.FilterOptions().setHas(desk.locator("a[href*='" + client + "']")));
    assertThat(row.locator(".goals-now b")).hasText("−2.0");
    assertThat(row.locator(".goals-now .unseen")).hasText("from −1.0");
    office.open("/therapist/goals/goal.xhtml?client=" + client + "&goal=" + goal);
    desk.locator("#hold").click();
    assertThat(desk.locator(".title .state").first()).hasText("on hold");
    office.open(overview);
    assertThat(desk.locator("#formulation")).isVisible();
    assertThat(desk.locator(".goals-now")).hasCount(0);
  }

  @Test
  void nobody_else_finds_any_of_it() {
    String client = practice.clientOf("therapist");
    String goal = practice.goalOf(client);
    String rating =
        practice.one("select id from goal_rating where goal_id = ?::uuid limit 1", goal);
    String step = practice.one("select id from goal_step where goal_id = ?::uuid limit 1", goal);
    String what = "?client=" + client + "&goal=" + goal + "&rating=" + rating + "&step=" + step;
    List<String> pages = List.of("list", "goal", "edit", "scale", "rate", "withdraw", "step");
    Device other = devices.take(Device.Kind.COMPUTER).signIn("colleague", "/therapist/desk.xhtml");
    for (String page : pages) {
      assertThat(other.open("/therapist/goals/" + page + ".xhtml" + what)).as(page).isEqualTo(404);
    }
    Device admin = devices.take(Device.Kind.COMPUTER).signIn("admin", "/");
    assertThat(admin.open("/therapist/goals/goal.xhtml" + what)).isEqualTo(404);
    Device phone = devices.take(Device.Kind.PHONE).signIn("client", "/portal/home.xhtml");
    assertThat(phone.open("/portal/goals/goal.xhtml?goal=" + practice.sharedGoal(goal)))
        .as("another client's")
        .isEqualTo(404);
  }

  @Test
  void the_desk_leads_to_goals_that_nobody_looked_at() {
    String client = practice.clientOf("therapist");
    String goal = practice.goalOf(client);
    Device office = devices.take(Device.Kind.COMPUTER).signIn("therapist", "/therapist/desk.xhtml");
    Page desk = office.page();
    practice.dueLongAgo(goal);
    office.open("/therapist/desk.xhtml");
    Locator waiting = desk.locator("section[aria-labelledby=goals]");
    assertThat(waiting.locator("li").first()).containsText("wait since 2 January 2001");
    office.await(() -> waiting.locator("li a").first().click());
    assertThat(desk.locator("a[href*='" + goal + "']")).isVisible();
    assertThat(desk.locator("main")).containsText("1 January 2001");
    office.open("/therapist/desk.xhtml");
    office.await(() -> waiting.locator(".caveat a").click());
    assertThat(desk.locator("section[aria-labelledby=past] a[href*='" + goal + "']")).isVisible();
    practice.metByNow(goal);
    office.open("/therapist/desk.xhtml");
    assertThat(waiting).not().containsText("2001");
  }

  private String withdrawing(String goal, String as) {
    return "/portal/goals/withdraw.xhtml?rating=" + rating(goal, as);
  }

  private String rating(String goal, String as) {
    return practice.one(
        "select id from goal_rating where goal_id = ?::uuid and rated_as = ? order by withdrawn_at nulls last limit 1",
        goal,
        as);
  }

  private String propose(Device office, String client, String words) {
    Page desk = office.page();
    office.open("/therapist/goals/list.xhtml?client=" + client);
    desk.locator("a[href*='/therapist/goals/edit.xhtml']").first().click();
    desk.locator("#words").fill(words);
    desk.locator("#particulars").fill("Ask one person each week.");
    desk.locator("#focus").selectOption("CANNOT_ASK");
    desk.locator("#belief").selectOption(new SelectOption().setIndex(1));
    desk.locator("#save").dblclick();
    desk.waitForURL("**/therapist/goals/goal.xhtml*");
    assertThat(practice.count(PROPOSED, words)).isEqualTo(1);
    assertThat(desk.locator("h2.voice")).hasText(words);
    return practice.one("select id from goal where words = ?", words);
  }

  private static void describe(Page desk, String expected, String muchLess) {
    desk.locator("a[href*='/scale.xhtml']").click();
    desk.locator("#expected").fill(expected);
    desk.locator("#more").fill("Twice a week.");
    desk.locator("#muchMore").fill("Whenever it helps.");
    desk.locator("#less").fill("Once a month.");
    desk.locator("#muchLess").fill(muchLess);
    desk.locator("#importance").selectOption("3");
    desk.locator("#difficulty").selectOption("2");
    desk.locator("#save").dblclick();
    desk.waitForURL("**/therapist/goals/goal.xhtml*");
  }

  private static void rate(Page desk, String level) {
    desk.locator("a[href*='/rate.xhtml']").click();
    desk.locator("#level input[value='" + level + "']").check();
    desk.locator("#keep").click();
    desk.waitForURL("**/therapist/goals/goal.xhtml*");
  }

  /** What the expected level says in each version. */
  private List<String> texts(String goal) {
    return practice.all(
        "select expected from goal_scale where goal_id = ?::uuid order by number", goal);
  }
}
