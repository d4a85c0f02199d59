package health.trellis.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import health.trellis.testkit.Stage;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A process note: written, there on another device, and there for nobody else. */
class ProcessNotesJourney extends Journey {
  private static final String SEALED =
      "select count(*) from process_note where id = ?::uuid and last_key is not null"
          + " and position(convert_to(?, 'UTF8') in ciphertext) = 0";

  @Test
  void a_process_note_saves_itself_and_is_there_on_another_device_for_its_author_alone() {
    String client = practice.clientOf("therapist");
    Device office = devices.take(Device.Kind.COMPUTER).signIn("therapist", "/therapist/desk.xhtml");
    NoteScreen first = begin(office, client);
    String words =
        "\nWhy was I late? <b>no tag</b> \u05e9\u05dc\u05d5\u05dd \uD83C\uDF31 "
            + UUID.randomUUID();
    first.write("text", words);
    first.awaitSaved();
    String address = office.page().url();
    office.page().locator("[data-done]").click();
    office.page().waitForURL("**/therapist/processnotes/list.xhtml*");
    office.close();

    Device phone = devices.take(Device.Kind.NARROW).signIn("therapist", pathOf(address));
    assertThat(NoteScreen.on(phone.page()).section("text")).hasValue(words);
    assertThat(practice.count(SEALED, noteIn(address), "late")).isOne();

    for (String who : new String[] {"supervisor", "colleague", "admin", "client"}) {
      Device other = devices.take(Device.Kind.COMPUTER).signIn(who, "/");
      assertThat(other.open(pathOf(address))).as(who).isEqualTo(404);
      assertThat(other.open("/therapist/processnotes/list.xhtml?client=" + client))
          .as(who)
          .isEqualTo(404);
    }
  }

  @Test
  void of_two_windows_the_later_one_shows_both_texts_and_loses_neither() {
    String client = practice.clientOf("therapist");
    Device office = devices.take(Device.Kind.COMPUTER).signIn("therapist", "/therapist/desk.xhtml");
    NoteScreen one = begin(office, client);
    Page window = office.newTab();
    window.navigate(one.page().url());
    NoteScreen two = NoteScreen.on(window);
    one.write("text", "from the first window");
    one.awaitSaved();
    two.write("text", "from the second window");
    assertThat(window.locator("[data-conflict]")).isVisible();
    assertThat(window.locator("[data-theirs]")).containsText("from the first window");
    window.locator("[data-keep=both]").click();
    two.awaitSaved();
    one.page().reload();
    assertThat(one.section("text")).hasValue("from the second window\n\nfrom the first window");
  }

  @Test
  void what_was_typed_after_the_session_ended_is_saved_for_its_author_and_shown_to_nobody_else() {
    String client = practice.clientOf("therapist");
    Device office = devices.take(Device.Kind.COMPUTER).signIn("therapist", "/therapist/desk.xhtml");
    NoteScreen screen = begin(office, client);
    Page written = office.page();
    screen.write("text", "before");
    screen.awaitSaved();
    office.context().clearCookies();
    screen.write("text", "before and after");
    assertThat(written.locator("[data-signed-out]")).isVisible();
    signInBeside(office, written, "therapist");
    screen.awaitSaved();
    written.reload();
    assertThat(screen.section("text")).hasValue("before and after");

    office.context().clearCookies();
    screen.write("text", "for nobody else");
    signInBeside(office, written, "supervisor");
    assertThat(written.getByText("for nobody else")).hasCount(0);
    assertThat(written.locator("textarea")).hasCount(0);
    Device again = devices.take(Device.Kind.COMPUTER).signIn("therapist", pathOf(written.url()));
    assertThat(NoteScreen.on(again.page()).section("text")).hasValue("before and after");
  }

  private static void signInBeside(Device office, Page written, String who) {
    Page beside =
        office.context().waitForPage(() -> written.locator("[data-signed-out] a").click());
    SignInScreen.on(beside).signIn(who, Stage.get().passwordOf(who));
    beside.waitForURL("**/therapist/desk.xhtml");
    written.bringToFront();
    written.evaluate("dispatchEvent(new Event('focus'))");
  }

  /** From the client's notes, by the quiet link, to a new note. */
  private static NoteScreen begin(Device office, String client) {
    Page page = office.page();
    office.open("/therapist/notes/list.xhtml?client=" + client);
    page.locator("main a[href*='/therapist/processnotes/list.xhtml']").click();
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Write a process note"))
        .dblclick();
    page.waitForURL("**/therapist/processnotes/write.xhtml*");
    return NoteScreen.on(page);
  }

  private static String pathOf(String address) {
    return address.substring(address.indexOf("/therapist/"));
  }

  private static String noteIn(String address) {
    return address.split("process=")[1].split("&")[0];
  }
}
