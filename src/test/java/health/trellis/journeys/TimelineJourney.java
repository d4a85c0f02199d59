package health.trellis.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A client's timeline: by keyboard, by kind, as a table, and for nobody else. */
class TimelineJourney extends Journey {
  private static final String MARKS = "[data-timeline] svg a";
  private static final String FOCUSED = MARKS + ":focus";

  @Test
  void a_timeline_is_walked_by_keys_and_each_entry_opens() {
    String client = practice.clientOf("therapist");
    practice.beliefOf(client);
    practice.draftOf(client);
    Device office = devices.take(Device.Kind.COMPUTER).signIn("therapist", "/therapist/desk.xhtml");
    Page page = office.page();
    office.open("/therapist/clients/overview.xhtml?client=" + client);
    page.locator("nav.tabs a[href*='/therapist/thread/timeline.xhtml']").click();
    Locator marks = page.locator(MARKS);
    assertThat(page.locator("tbody tr").last()).isVisible();
    assertThat(marks.count()).isGreaterThan(5);
    assertThat(page.locator(MARKS + "[tabindex='0']")).hasCount(1);
    assertThat(page.locator("svg.panel").count()).isGreaterThan(1);

    page.locator(".line-keys input").first().focus();
    for (int i = 0; i < 60 && page.locator(FOCUSED).count() == 0; i++) {
      page.keyboard().press("Tab"); // past the lines' boxes, to wherever the latest point stands
    }
    String last = page.locator(FOCUSED).getAttribute("aria-label");
    assertThat(page.locator("[data-caption]")).hasText(last);
    page.keyboard().press("Home");
    String first = page.locator(FOCUSED).getAttribute("aria-label");
    assertThat(first).isNotEqualTo(last);
    page.keyboard().press("ArrowRight");
    assertThat(page.locator(FOCUSED).getAttribute("aria-label")).isNotEqualTo(first);
    page.keyboard().press("ArrowLeft");
    assertThat(page.locator(FOCUSED)).hasAttribute("aria-label", first);
    page.keyboard().press("End");
    assertThat(page.locator(FOCUSED)).hasAttribute("aria-label", last);
    page.keyboard().press("ArrowUp");
    page.keyboard().press("ArrowDown");
    page.keyboard().press("Tab");
    page.keyboard().press("Shift+Tab");
    page.locator(FOCUSED).press("Enter");
    page.waitForURL(url -> !url.contains("/thread/"));
    assertThat(page.url()).contains("client=" + client);
  }

  @Test
  void its_table_shows_one_kind_or_all() {
    String client = practice.clientOf("therapist");
    practice.beliefOf(client);
    Device office = devices.take(Device.Kind.COMPUTER).signIn("therapist", "/therapist/desk.xhtml");
    Page page = office.page();
    office.open("/therapist/thread/timeline.xhtml?client=" + client);
    office.await(() -> page.locator("a[href*='kind=conviction']").click());
    assertThat(page.locator("svg.panel").count()).isGreaterThan(1);
    assertThat(page.locator("tbody tr").first()).containsText("“I must not ask.” 80 → 60 of 100");
    assertThat(page.locator("tbody .mark:not(.CONVICTION)")).hasCount(0);
    assertThat(page.locator("a[href*='kind=conviction']")).hasAttribute("aria-current", "page");
  }

  @Test
  void a_line_is_left_out_at_once_and_the_address_keeps_the_choice() {
    String client = practice.clientOf("therapist");
    Device office = devices.take(Device.Kind.COMPUTER).signIn("therapist", "/therapist/desk.xhtml");
    Page page = office.page();
    office.open("/therapist/thread/timeline.xhtml?client=" + client);
    Locator lines = page.locator("svg.panel g[data-series]:not([hidden])");
    int all = lines.count();
    assertThat(all).isGreaterThan(5);
    page.locator("[data-timeline] [name=show]").first().uncheck();
    assertThat(lines).hasCount(all - 1);
    office.await(page::reload);
    assertThat(lines).hasCount(all - 1);
    assertThat(page.locator("[data-timeline] [name=show]").first()).not().isChecked();
    Device plain =
        devices
            .take(Device.Kind.COMPUTER, Device.Options.WITHOUT_SCRIPTS)
            .signIn("therapist", "/therapist/thread/timeline.xhtml?client=" + client);
    Page still = plain.page();
    still.locator("[data-timeline] [name=show]").first().uncheck();
    still.locator("[data-timeline] button:not([formaction]):not([disabled])").click();
    still.waitForURL("**show=**");
    assertThat(still.locator("svg.panel g[data-series]:not([hidden])")).hasCount(all - 1);
  }

  @Test
  void a_year_shows_no_more_than_all_of_it_and_every_point_opens_its_source() {
    String client = practice.clientOf("therapist");
    Device office = devices.take(Device.Kind.COMPUTER).signIn("therapist", "/therapist/desk.xhtml");
    Page page = office.page();
    office.open("/therapist/thread/timeline.xhtml?client=" + client);
    int all = page.locator(MARKS).count();
    Locator quarter = page.getByText("Three months");
    office.await(quarter::click);
    assertThat(quarter).hasAttribute("aria-current", "page");
    assertThat(page.locator(MARKS).count()).isLessThan(all);
    for (String point :
        page.locator(MARKS).all().stream().map(a -> a.getAttribute("href")).distinct().toList()) {
      assertThat(office.open(point)).as(point).isEqualTo(200);
    }
  }

  @Test
  void a_life_event_is_put_on_the_timeline_and_taken_off_again() {
    String client = practice.clientOf("therapist");
    String words = "A move \u05d1\u05d9\u05ea <b>" + UUID.randomUUID();
    Device office = devices.take(Device.Kind.NARROW).signIn("therapist", "/therapist/desk.xhtml");
    Page page = office.page();
    office.open("/therapist/thread/timeline.xhtml?client=" + client);
    office.await(() -> page.locator("a[href*='/thread/event.xhtml']:visible").first().click());
    office.await(() -> page.locator("#save").click());
    assertThat(page.locator("#happenedOn-message")).not().isEmpty();
    page.locator("#happenedOn").fill(LocalDate.now(ZoneOffset.UTC).plusDays(3).toString());
    page.locator("#words").fill(words);
    office.await(() -> page.locator("#save").click());
    assertThat(page.locator("#happenedOn-message")).containsText("not come yet");
    assertThat(page.locator("#words")).hasValue(words);
    page.locator("#happenedOn").fill("1850-01-01");
    office.await(() -> page.locator("#save").click());
    assertThat(page.locator("#happenedOn-message")).containsText("not born yet");
    page.locator("#happenedOn").fill(LocalDate.now(ZoneOffset.UTC).minusDays(3).toString());
    page.locator("#save").dblclick();
    page.waitForURL("**/thread/timeline.xhtml*");
    assertThat(page.locator("tbody tr").filter(new Locator.FilterOptions().setHasText(words)))
        .hasCount(1);

    office.await(
        () ->
            page.locator("tbody tr")
                .filter(new Locator.FilterOptions().setHasText(words))
                .locator("a")
                .click());
    assertThat(page.locator("main h2")).hasText(words);
    office.await(() -> page.locator("#withdraw").click());
    assertThat(page.locator("main h2")).hasText("Timeline");
    assertThat(page.locator("main")).not().containsText(words);
    assertThat(
            practice.count(
                "select count(*) from life_event where words = ? and withdrawn_at is not null",
                words))
        .isEqualTo(1);
  }

  @Test
  void others_get_404_for_a_timeline_and_the_supervisor_reads_it_without_drafts() {
    String client = practice.clientOf("therapist");
    String draft = practice.draftOf(client);
    String address = "/therapist/thread/timeline.xhtml?client=" + client;
    String event =
        "/therapist/thread/event.xhtml?client=" + client + "&event=" + practice.lifeEventOf(client);
    for (String who : new String[] {"colleague", "admin", "client"}) {
      Device other = devices.take(Device.Kind.COMPUTER).signIn(who, "/");
      assertThat(other.open(address)).as(who).isEqualTo(404);
      assertThat(other.open(event)).as(who).isEqualTo(404);
    }
    Device supervisor = devices.take(Device.Kind.COMPUTER).signIn("supervisor", "/");
    assertThat(supervisor.open(event)).isEqualTo(200);
    assertThat(supervisor.page().locator("#withdraw")).hasCount(0);
    assertThat(supervisor.open(address)).isEqualTo(200);
    assertThat(supervisor.page().locator("main")).not().containsText("draft");
    assertThat(supervisor.page().locator("a[href*='" + draft + "']")).hasCount(0);
  }
}
