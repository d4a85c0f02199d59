package health.trellis.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import health.trellis.testkit.Stage;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The last result, put into a note as a quotation. */
class QuotationJourney extends Journey {
  private static final String READ =
      "select count(*) from audit_event e join person p on p.id = e.actor_id"
          + " where e.code = 'RESULT_READ' and e.entity_id = ?::uuid and p.email = ? || '@trellis.example'";

  private static final Pattern QUOTED =
      Pattern.compile(
          "First\\.\\n\\n\\[Quotation: Hyper-independence inventory, answered on \\d{1,2} \\w+ \\d{4}]\\n"
              + "Mean answer [0-4]\\.\\d on a scale from 0 to 4.*\\n"
              + "Difficulty asking for help: .*not a diagnosis\\.]\\n",
          Pattern.DOTALL);

  private static final Pattern RATED =
      Pattern.compile(
          "\\[Quotation: goals as they were rated, last on \\d{1,2} \\w+ \\d{4}]\\n.*"
              + "“I want to ask sooner\\.”\\n"
              + "Level \\+1, “Twice a week\\.” \\(therapist, \\d{1,2} \\w+ \\d{4}\\)\\n.*"
              + "0 is as expected\\.]\\n?",
          Pattern.DOTALL);

  @Test
  void the_last_result_is_inserted_by_keyboard_saved_by_itself_and_in_the_log() {
    String client = practice.clientOf("therapist");
    String result = practice.submittedOf(client);
    Device office = devices.take(Device.Kind.COMPUTER).signIn("therapist", "/therapist/desk.xhtml");
    long before = practice.count(READ, result, "therapist");
    NoteScreen screen = NoteScreen.begin(office, client, "DAP");
    assertThat(practice.count(READ, result, "therapist")).isEqualTo(before + 1);

    Page page = office.page();
    screen.section("data").focus();
    page.keyboard().type("First.");
    page.keyboard().press("Tab");
    page.keyboard().press("Enter");
    assertThat(screen.section("data")).hasValue(QUOTED);
    assertThat(screen.section("data")).isFocused();
    assertThat(page.locator("[data-quoted]")).containsText("Hyper-independence inventory");
    screen.awaitSaved();
    page.reload();
    assertThat(screen.section("data")).hasValue(QUOTED);
    assertThat(screen.section("plan")).hasValue("");
    assertThat(
            practice.one(
                "select sections ->> 'data' from session_note where id = ?::uuid", screen.note()))
        .matches(QUOTED);
  }

  @Test
  void it_goes_where_the_writer_was_takes_nothing_away_and_is_undone_like_typing() {
    String client = practice.clientOf("therapist");
    Device office = devices.take(Device.Kind.NARROW).signIn("therapist", "/therapist/desk.xhtml");
    NoteScreen screen = NoteScreen.begin(office, client, "FREE");
    Locator text = screen.section("text");
    Page page = office.page();
    text.focus();
    page.keyboard().type("Before. After.");
    text.evaluate("area => area.setSelectionRange(0, 7)");
    page.locator("[data-quote]").first().click();
    assertThat(text)
        .hasValue(Pattern.compile("Before\\.\\n\\n\\[Quotation.*]\\n After\\.", Pattern.DOTALL));
    page.keyboard().press("Control+z");
    assertThat(text).hasValue("Before. After.");
    screen.awaitSaved();
    assertThat(
            practice.one(
                "select sections ->> 'text' from session_note where id = ?::uuid", screen.note()))
        .isEqualTo("Before. After.");
  }

  @Test
  void the_last_ratings_of_goals_are_inserted_with_the_level_that_they_say() {
    String client = practice.clientOf("therapist");
    String goal = practice.goalOf(client);
    Device office = devices.take(Device.Kind.COMPUTER).signIn("therapist", "/therapist/desk.xhtml");
    NoteScreen screen = NoteScreen.begin(office, client, "FREE");
    Page page = office.page();
    screen.section("text").focus();
    page.locator("[data-quote]").last().click();
    assertThat(screen.section("text")).hasValue(RATED);
    assertThat(page.locator("[data-quoted]")).containsText("Goal ratings");
    screen.awaitSaved();
    page.reload();
    assertThat(screen.section("text")).hasValue(RATED);
    assertThat(
            practice.count(
                "select count(*) from audit_event where code = 'GOALS_READ' and entity_id = ?::uuid",
                goal))
        .as("it was shown, twice")
        .isEqualTo(2);
  }

  @Test
  void where_there_is_no_result_nothing_is_offered() {
    String client = practice.welcomeNewcomers();
    Device office = devices.take(Device.Kind.COMPUTER).signIn("colleague", "/therapist/desk.xhtml");
    NoteScreen screen = NoteScreen.begin(office, client, "FREE");
    assertThat(screen.section("text")).isVisible();
    assertThat(office.page().locator("[data-quote], .quotation")).hasCount(0);
  }

  @Test
  void who_cannot_write_in_the_note_is_shown_no_result_and_the_log_says_none_was_read() {
    String client = practice.clientOf("therapist");
    String result = practice.submittedOf(client);
    Device office = devices.take(Device.Kind.COMPUTER).signIn("therapist", "/therapist/desk.xhtml");
    NoteScreen screen = NoteScreen.begin(office, client, "FREE");
    screen.write("text", "What was said.");
    screen.awaitSaved();
    screen.goToSign();
    screen.confirm(Stage.get().passwordOf("therapist"));
    office.page().locator("#sign").click();
    office.page().waitForURL("**/therapist/notes/read.xhtml*");

    long before = practice.count(READ, result, "therapist");
    assertThat(office.open(NoteScreen.address(client, screen.note()))).isEqualTo(200);
    assertThat(office.page().locator("[data-quote], .quotation")).hasCount(0);
    assertThat(practice.count(READ, result, "therapist")).isEqualTo(before);
  }
}
