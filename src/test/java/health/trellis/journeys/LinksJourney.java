package health.trellis.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import health.trellis.testkit.Stage;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The thread from a note to its beliefs and goals, from these to their notes, and back. */
class LinksJourney extends Journey {
  private static final String CHOOSE = ".about a[href*='/therapist/notes/links.xhtml']";
  private static final String LINKED =
      "select count(*) from note_belief where note_id = ?::uuid and belief_id = ?::uuid"
          + " and unlinked_at is null";
  private static final String ACTS =
      "select count(*) from audit_event where code = ? and entity_id = ?::uuid";

  @Test
  void by_keyboard_a_draft_is_linked_followed_to_its_belief_and_back_and_unlinked() {
    String client = practice.clientOf("therapist");
    String belief = practice.beliefOf(client);
    Device office = devices.take(Device.Kind.COMPUTER).signIn("therapist", "/therapist/desk.xhtml");
    NoteScreen screen = NoteScreen.begin(office, client, "FREE");
    Page page = office.page();
    String note = screen.note();
    assertThat(page.locator(".about .empty")).isVisible();
    String typed = "not saved yet " + UUID.randomUUID();
    screen.write("text", typed);
    press(page.locator(CHOOSE), "Enter");
    page.waitForURL("**/therapist/notes/links.xhtml*");
    assertThat(
            practice.one("select sections ->> 'text' from session_note where id = ?::uuid", note))
        .isEqualTo(typed);
    press(box(page, belief), "Space");
    press(page.locator("#save"), "Enter");
    page.waitForURL("**/therapist/notes/write.xhtml*");
    assertThat(screen.section("text")).hasValue(typed);
    assertThat(practice.count(LINKED, note, belief)).isEqualTo(1);

    press(page.locator(".about a[href*='belief=" + belief + "']"), "Enter");
    page.waitForURL("**/therapist/beliefs/belief.xhtml*");
    Locator back = page.locator("section[aria-labelledby=notes] a[href*='note=" + note + "']");
    assertThat(page.locator("section[aria-labelledby=notes] .state")).hasText("draft");
    press(back, "Enter");
    page.waitForURL("**/therapist/notes/write.xhtml*");

    press(page.locator(CHOOSE), "Enter");
    assertThat(box(page, belief)).isChecked();
    press(box(page, belief), "Space");
    press(page.locator("#save"), "Enter");
    page.waitForURL("**/therapist/notes/write.xhtml*");
    assertThat(page.locator(".about .empty")).isVisible();
    assertThat(practice.count(LINKED, note, belief)).isZero();
    assertThat(practice.count(ACTS, "BELIEF_LINKED", belief)).isEqualTo(1);
    assertThat(practice.count(ACTS, "BELIEF_UNLINKED", belief)).isEqualTo(1);
  }

  @Test
  void of_two_tabs_neither_undoes_what_the_other_chose_nor_does_the_end_of_the_session() {
    String client = practice.clientOf("therapist");
    String kept = practice.beliefOf(client);
    String first = practice.beliefOf(client);
    String second = practice.beliefOf(client);
    String note = practice.linked(practice.draftOf(client), kept);
    String choose = "/therapist/notes/links.xhtml?client=" + client + "&note=" + note;
    Device office = devices.take(Device.Kind.COMPUTER).signIn("therapist", "/therapist/desk.xhtml");
    Page one = office.page();
    office.open(choose);
    Page two = office.newTab();
    office.open(choose);

    one.bringToFront();
    box(one, first).check();
    one.locator("#save").dblclick();
    one.waitForURL("**/therapist/notes/write.xhtml*");
    two.bringToFront();
    box(two, second).check();
    box(two, kept).uncheck();
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
    assertThat(box(two, second)).isChecked();
    assertThat(box(two, kept)).not().isChecked();
    two.locator("#save").click();
    two.waitForURL("**/therapist/notes/write.xhtml*");
    assertThat(practice.count(LINKED, note, first)).isEqualTo(1);
    assertThat(practice.count(LINKED, note, second)).isEqualTo(1);
    assertThat(practice.count(LINKED, note, kept)).isZero();
    assertThat(practice.count(ACTS, "BELIEF_LINKED", first)).isEqualTo(1);
  }

  @Test
  void a_belief_is_named_on_the_way_and_the_notes_of_a_belief_are_searched() {
    String client = practice.clientOf("therapist");
    String note = practice.draftOf(client);
    Device office = devices.take(Device.Kind.NARROW).signIn("therapist", "/therapist/desk.xhtml");
    Page page = office.page();
    office.open("/therapist/notes/links.xhtml?client=" + client + "&note=" + note);
    page.locator("main a[href*='/therapist/beliefs/edit.xhtml']").click();
    String words = "<b>Nobody</b> stays. \u05e9\u05dc\u05d5\u05dd " + UUID.randomUUID();
    page.locator("#words").fill(words);
    page.locator("#save").click();
    page.waitForURL("**/therapist/notes/links.xhtml*");
    String belief = practice.one("select id from belief where words = ?", words);
    assertThat(box(page, belief)).isChecked();
    page.locator("#save").click();
    page.waitForURL("**/therapist/notes/write.xhtml*");
    page.locator(".about .name a", new Page.LocatorOptions().setHasText(words)).click();
    page.waitForURL("**/therapist/beliefs/belief.xhtml*");

    page.locator("a[href*='/therapist/notes/search.xhtml'][href*='belief=']").click();
    page.waitForURL("**/therapist/notes/search.xhtml*");
    assertThat(page.locator(".rows > li")).hasCount(1);
    assertThat(page.locator("#belief")).hasValue(belief);
    page.locator("#text").fill("nothing says this");
    page.locator("#seek").click();
    assertThat(page.locator(".empty")).isVisible();
    assertThat(page.locator("#belief")).hasValue(belief);
    page.locator("#text").fill("");
    page.locator("#seek").click();
    page.locator(".rows .name a").click();
    page.waitForURL("**/therapist/notes/write.xhtml*");
    page.goBack();
    page.locator("main a.voice").click();
    page.waitForURL("**/therapist/beliefs/belief.xhtml*");
    assertThat(page.locator("h2.voice")).hasText(words);
  }

  @Test
  void a_goal_is_chosen_followed_and_its_notes_are_searched() {
    String client = practice.clientOf("therapist");
    String goal = practice.goalOf(client);
    String note = practice.draftOf(client);
    Device office = devices.take(Device.Kind.COMPUTER).signIn("therapist", "/therapist/desk.xhtml");
    Page page = office.page();
    office.open("/therapist/goals/goal.xhtml?client=" + client + "&goal=" + goal);
    assertThat(page.locator("section[aria-labelledby=notes] .empty")).isVisible();
    office.open("/therapist/notes/write.xhtml?client=" + client + "&note=" + note);
    office.await(() -> page.locator(CHOOSE).click());
    box(page, goal).check();
    office.await(() -> page.locator("#save").click());
    office.await(() -> page.locator(".about a[href*='goal=" + goal + "']").click());
    assertThat(page.locator("section[aria-labelledby=notes] .rows > li")).hasCount(1);
    office.await(() -> page.locator("section[aria-labelledby=notes] header a").click());
    assertThat(page.locator("#goal")).hasValue(goal);
    assertThat(page.locator(".rows > li")).hasCount(1);
    assertThat(page.locator("main a.voice")).hasText("I want to ask sooner.");
    page.locator("#text").fill("nothing says this");
    office.await(() -> page.locator("#seek").click());
    assertThat(page.locator(".empty")).isVisible();
    assertThat(page.locator("#goal")).hasValue(goal);
    office.open("/therapist/notes/links.xhtml?client=" + client + "&note=" + note);
    assertThat(box(page, goal)).isChecked();
    box(page, goal).uncheck();
    office.await(() -> page.locator("#save").click());
    assertThat(page.locator(".about .empty")).isVisible();
    assertThat(practice.count(ACTS, "GOAL_LINKED", goal)).isEqualTo(1);
    assertThat(practice.count(ACTS, "GOAL_UNLINKED", goal)).isEqualTo(1);
  }

  @Test
  void a_case_that_was_closed_in_between_is_told_and_the_choice_stays() {
    String client = practice.clientOf("therapist");
    String belief = practice.beliefOf(client);
    String note = practice.draftOf(client);
    Device office = devices.take(Device.Kind.COMPUTER).signIn("therapist", "/therapist/desk.xhtml");
    Page page = office.page();
    office.open("/therapist/notes/links.xhtml?client=" + client + "&note=" + note);
    box(page, belief).check();
    practice.close(client, true);
    try {
      page.locator("#save").click();
      assertThat(page.locator("#trouble")).containsText("This record is closed");
      assertThat(box(page, belief)).isChecked();
      office.open("/therapist/notes/read.xhtml?client=" + client + "&note=" + note);
      assertThat(page.locator(".about")).isVisible();
      assertThat(page.locator(CHOOSE)).hasCount(0);
    } finally {
      practice.close(client, false);
    }
  }

  @Test
  void others_find_no_page_that_links_a_note() {
    String client = practice.clientOf("therapist");
    String note = practice.draftOf(client);
    for (String who : new String[] {"colleague", "supervisor", "admin", "client"}) {
      Device other = devices.take(Device.Kind.COMPUTER).signIn(who, "/");
      assertThat(other.open("/therapist/notes/links.xhtml?client=" + client + "&note=" + note))
          .as(who)
          .isEqualTo(404);
    }
    Device office = devices.take(Device.Kind.COMPUTER).signIn("therapist", "/therapist/desk.xhtml");
    assertThat(
            office.open(
                "/therapist/notes/links.xhtml?client="
                    + practice.ownRecordOfClient()
                    + "&note="
                    + note))
        .isEqualTo(404);
  }

  private static void press(Locator where, String key) {
    where.focus();
    where.press(key);
  }

  private static Locator box(Page page, String belief) {
    return page.locator("input[aria-describedby='about-" + belief + "']");
  }
}
