package health.trellis.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

/** A client's timeline: by keyboard, by kind, as a table, and for nobody else. */
class TimelineJourney extends Journey {
  private static final String FOCUSED = "svg[data-timeline] a:focus";

  @Test
  void a_timeline_is_walked_by_keys_and_each_entry_opens() {
    String client = practice.clientOf("therapist");
    practice.beliefOf(client);
    practice.draftOf(client);
    Device office = devices.take(Device.Kind.COMPUTER).signIn("therapist", "/therapist/desk.xhtml");
    Page page = office.page();
    office.open("/therapist/clients/overview.xhtml?client=" + client);
    page.locator("nav.tabs a[href*='/therapist/thread/timeline.xhtml']").click();
    Locator marks = page.locator("svg[data-timeline] a");
    assertThat(marks.count()).isGreaterThan(5);
    assertThat(page.locator("svg[data-timeline] a[tabindex='0']")).hasCount(1);
    assertThat(page.locator("svg[data-timeline] g")).hasCount(4);

    page.locator(".tabs[aria-label] a[href*='kind=conviction']").focus();
    page.keyboard().press("Tab");
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
  void a_timeline_of_one_kind_shows_that_kind_as_a_drawing_and_as_a_table() {
    String client = practice.clientOf("therapist");
    practice.beliefOf(client);
    Device office = devices.take(Device.Kind.COMPUTER).signIn("therapist", "/therapist/desk.xhtml");
    Page page = office.page();
    office.open("/therapist/thread/timeline.xhtml?client=" + client);
    page.locator("a[href*='kind=conviction']").click();
    page.waitForURL("**kind=conviction");
    assertThat(page.locator("svg[data-timeline] g")).hasCount(1);
    assertThat(page.locator("tbody tr").count())
        .isEqualTo(page.locator("svg[data-timeline] circle").count());
    assertThat(page.locator("tbody tr").first()).containsText("“I must not ask.” 80 → 60 of 100");
    assertThat(page.locator("a[href*='kind=conviction']")).hasAttribute("aria-current", "page");
  }

  @Test
  void others_get_404_for_a_timeline_and_the_supervisor_reads_it_without_drafts() {
    String client = practice.clientOf("therapist");
    String draft = practice.draftOf(client);
    String address = "/therapist/thread/timeline.xhtml?client=" + client;
    for (String who : new String[] {"colleague", "admin", "client"}) {
      Device other = devices.take(Device.Kind.COMPUTER).signIn(who, "/");
      assertThat(other.open(address)).as(who).isEqualTo(404);
    }
    Device supervisor = devices.take(Device.Kind.COMPUTER).signIn("supervisor", "/");
    assertThat(supervisor.open(address)).isEqualTo(200);
    assertThat(supervisor.page().locator("main")).not().containsText("draft");
    assertThat(supervisor.page().locator("a[href*='" + draft + "']")).hasCount(0);
  }
}
