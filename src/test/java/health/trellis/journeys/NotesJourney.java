package health.trellis.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import health.trellis.testkit.Stage;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Session notes: written, left, gone on with elsewhere, signed, and added to. */
class NotesJourney extends Journey {
  private static final String SIGNED =
      "select count(*) from session_note where id = ?::uuid and signed_at is not null";

  private static final String WORDS =
      "\nA line of its own. <b>no tag</b> \u05e9\u05dc\u05d5\u05dd \uD83C\uDF31 ";

  @Test
  void a_note_is_written_gone_on_with_elsewhere_signed_and_added_to() {
    String client = practice.clientOf("therapist");
    Device office = devices.take(Device.Kind.COMPUTER).signIn("therapist", "/therapist/desk.xhtml");
    NoteScreen first = NoteScreen.begin(office, client, "DAP");
    String data = WORDS + UUID.randomUUID();
    first.write("data", data);
    first.write("assessment", "what it means");
    first.awaitSaved();
    String note = first.note();
    office.close();

    Device tablet =
        devices.take(Device.Kind.NARROW).signIn("therapist", NoteScreen.address(client, note));
    NoteScreen second = NoteScreen.on(tablet.page());
    assertThat(second.section("data")).hasValue(data);
    second.write("plan", "ask one person for one small thing");
    second.awaitSaved();
    second.goToSign();
    second.confirm(Stage.get().passwordOf("therapist"));
    tablet.page().locator("#sign").click();
    tablet.page().waitForURL("**/therapist/notes/read.xhtml*");
    assertThat(tablet.page().locator(".note-text")).containsText("ask one person");
    assertThat(
            practice.one(
                "select cast(content_hash = hash_of_note(n) as text) from session_note n where id = ?::uuid",
                note))
        .isEqualTo("true");

    tablet.page().locator("a[href*='/therapist/notes/amend.xhtml']").click();
    tablet.page().locator("#add").click();
    assertThat(tablet.page().locator("#reason-message")).not().isEmpty();
    tablet.page().locator("#reason").fill("a slip");
    tablet.page().locator("#body").fill("it was Tuesday");
    tablet.page().locator("#add").dblclick();
    tablet.page().waitForURL("**/therapist/notes/read.xhtml*");
    assertThat(tablet.page().getByText("it was Tuesday")).hasCount(1);
  }

  @Test
  void a_note_is_not_signed_without_the_password_nor_while_a_section_is_empty() {
    String client = practice.clientOf("therapist");
    Device office = devices.take(Device.Kind.COMPUTER).signIn("therapist", "/therapist/desk.xhtml");
    NoteScreen screen = NoteScreen.begin(office, client, "SOAP");
    screen.write("subjective", "as the client says");
    screen.goToSign();
    assertThat(office.page().locator("#missing")).containsText("Assessment, Plan.");
    assertThat(office.page().locator("#confirm, #sign")).hasCount(0);
    office.open(NoteScreen.address(client, screen.note()));
    screen.write("assessment", "what it means");
    screen.write("plan", "to ask once");
    screen.awaitSaved();
    screen.goToSign();
    assertThat(office.page().locator("#sign, #missing")).hasCount(0);
    assertThat(office.page().locator("#confirm")).isVisible();
    assertThat(practice.count(SIGNED, screen.note())).isZero();
  }

  @Test
  void a_session_before_the_client_was_born_is_told_beside_the_field_and_loses_nothing() {
    String client = practice.clientOf("therapist");
    Device office = devices.take(Device.Kind.COMPUTER).signIn("therapist", "/therapist/desk.xhtml");
    office.open("/therapist/notes/begin.xhtml?client=" + client);
    office.page().locator("#startsAt").fill("1890-01-01T10:00");
    office.page().locator("#present").fill("x".repeat(201));
    office.await(() -> office.page().locator("#go").click());
    assertThat(office.page().locator("#present-message")).containsText("200");
    assertThat(office.page().locator("#present")).hasValue("x".repeat(201));
    office.page().locator("#present").fill("her brother");
    office.await(() -> office.page().locator("#go").click());
    assertThat(office.page().locator("#startsAt-message")).not().isEmpty();
    assertThat(office.page().locator("#present")).hasValue("her brother");
  }

  @Test
  void a_page_that_was_open_when_the_note_was_signed_changes_no_word_of_it() {
    String client = practice.clientOf("therapist");
    Device office = devices.take(Device.Kind.COMPUTER).signIn("therapist", "/therapist/desk.xhtml");
    NoteScreen open = NoteScreen.begin(office, client, "FREE");
    open.write("text", "What was said.");
    open.awaitSaved();
    String note = open.note();
    Page beside = office.newTab();
    office.open(NoteScreen.address(client, note));
    NoteScreen signing = NoteScreen.on(beside);
    signing.goToSign();
    signing.confirm(Stage.get().passwordOf("therapist"));
    office.await(() -> beside.locator("#sign").click());
    assertThat(practice.count(SIGNED, note)).isEqualTo(1);

    open.page().bringToFront();
    open.write("text", "Something else.");
    assertThat(open.page().locator("[data-saved][data-state=trouble]")).containsText("signed");
    assertThat(open.section("text")).hasValue("Something else.");
    assertThat(
            practice.one("select sections ->> 'text' from session_note where id = ?::uuid", note))
        .isEqualTo("What was said.");
    office.open(NoteScreen.address(client, note));
    assertThat(office.page().locator("textarea[data-section]")).hasCount(0);
  }

  @Test
  void of_two_writers_the_later_one_sees_both_texts_and_neither_is_lost() {
    String client = practice.clientOf("therapist");
    Device office = devices.take(Device.Kind.COMPUTER).signIn("therapist", "/therapist/desk.xhtml");
    NoteScreen one = NoteScreen.begin(office, client, "FREE");
    Page other = office.newTab();
    other.navigate(NoteScreen.address(client, one.note()));
    NoteScreen two = NoteScreen.on(other);

    one.write("text", "from the first tab");
    one.awaitSaved();
    two.write("text", "from the second tab");
    assertThat(other.locator("[data-conflict]")).isVisible();
    assertThat(other.locator("[data-theirs]")).containsText("from the first tab");
    assertThat(two.section("text")).hasValue("from the second tab");
    other.locator("[data-keep=both]").click();
    two.awaitSaved();
    assertThat(
            practice.one(
                "select sections ->> 'text' from session_note where id = ?::uuid", one.note()))
        .contains("from the first tab")
        .contains("from the second tab");
  }

  @Test
  void what_was_typed_after_the_session_ended_is_saved_after_signing_in_again() {
    String client = practice.clientOf("therapist");
    Device office = devices.take(Device.Kind.COMPUTER).signIn("therapist", "/therapist/desk.xhtml");
    NoteScreen screen = NoteScreen.begin(office, client, "FREE");
    Page written = office.page();
    screen.write("text", "before");
    screen.awaitSaved();
    office.context().clearCookies();
    screen.write("text", "before and after");
    assertThat(written.locator("[data-signed-out]")).isVisible();

    Page again = office.context().waitForPage(() -> written.locator("[data-signed-out] a").click());
    SignInScreen.on(again).signIn("therapist", Stage.get().passwordOf("therapist"));
    again.waitForURL("**/therapist/desk.xhtml");
    written.bringToFront();
    written.evaluate("dispatchEvent(new Event('focus'))");
    screen.awaitSaved();
    assertThat(
            practice.one(
                "select sections ->> 'text' from session_note where id = ?::uuid", screen.note()))
        .isEqualTo("before and after");
  }

  @Test
  void nothing_typed_is_saved_in_the_name_of_somebody_else_who_signed_in_meanwhile() {
    String client = practice.clientOf("therapist");
    practice.letTreat("colleague", client);
    Device office = devices.take(Device.Kind.COMPUTER).signIn("therapist", "/therapist/desk.xhtml");
    NoteScreen screen = NoteScreen.begin(office, client, "FREE");
    Page written = office.page();
    screen.write("text", "saved");
    screen.awaitSaved();
    office.context().clearCookies();
    screen.write("text", "for nobody else");
    Page again = office.context().waitForPage(() -> written.locator("[data-signed-out] a").click());
    SignInScreen.on(again).signIn("colleague", Stage.get().passwordOf("colleague"));
    again.waitForURL("**/therapist/desk.xhtml");
    written.bringToFront();
    written.evaluate("dispatchEvent(new Event('focus'))");
    assertThat(written.locator(".me summary")).containsText("Jonas Weber");
    assertThat(written.getByText("for nobody else")).hasCount(0);
    assertThat(
            practice.one(
                "select sections ->> 'text' from session_note where id = ?::uuid", screen.note()))
        .isEqualTo("saved");
  }

  @Test
  void a_section_that_is_too_long_is_told_beside_it_and_stays() {
    String client = practice.clientOf("therapist");
    Device office = devices.take(Device.Kind.COMPUTER).signIn("therapist", "/therapist/desk.xhtml");
    NoteScreen screen = NoteScreen.begin(office, client, "FREE");
    String megabyte = "x".repeat(1_000_000);
    screen.section("text").fill(megabyte);
    assertThat(office.page().locator("#says-text")).not().isEmpty();
    assertThat(screen.section("text")).hasValue(megabyte);
    screen.write("text", "short");
    screen.awaitSaved();
    assertThat(office.page().locator("#says-text")).isEmpty();
  }

  @Test
  void others_get_404_for_a_note() {
    String client = practice.clientOf("therapist");
    Device office = devices.take(Device.Kind.COMPUTER).signIn("therapist", "/therapist/desk.xhtml");
    String note = NoteScreen.begin(office, client, "FREE").note();
    for (String who : new String[] {"colleague", "admin", "client"}) {
      Device other = devices.take(Device.Kind.COMPUTER).signIn(who, "/");
      for (String page : new String[] {"write", "read", "sign", "amend"}) {
        String address = NoteScreen.address(client, note).replace("write", page);
        assertThat(other.open(address)).as(who + " " + page).isEqualTo(404);
      }
    }
  }
}
