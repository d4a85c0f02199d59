package health.trellis.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import health.trellis.testkit.Stage;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A clinic's own templates: made by its administrator, and written with by its therapists. */
class TemplatesJourney extends Journey {
  private static final String EDIT = "/admin/templates/edit.xhtml";
  private static final String NAMED =
      "select count(*) from note_template where layout ->> 'name' = ?";

  @Test
  void a_template_is_made_written_with_changed_and_retired_and_no_note_changes_by_it() {
    String name = "First talk " + UUID.randomUUID();
    Device office = devices.take(Device.Kind.COMPUTER).signIn("admin", EDIT);
    Page admin = office.page();
    make(admin, name, "Why now", "Who <b>knows</b>", "\u05de\u05d4 \u05d9\u05e2\u05d6\u05d5\u05e8");
    admin.locator("#hint1").fill("What made this the moment.");
    admin.locator("#required2").uncheck();
    admin.locator("#save").dblclick();
    admin.waitForURL("**/admin/templates/list.xhtml*");
    assertThat(admin.getByText(name)).hasCount(1);
    assertThat(practice.count(NAMED, name)).isEqualTo(1);

    String client = practice.clientOf("therapist");
    Device tablet = devices.take(Device.Kind.NARROW).signIn("therapist", "/therapist/desk.xhtml");
    Page page = tablet.page();
    String note = begin(tablet, client, name, false).note();
    assertThat(page.locator("label[for^=section-]"))
        .containsText(new String[] {"Why now", "Who <b>knows</b>", "\u05de\u05d4"});
    assertThat(page.locator("#hint-own1")).hasText("What made this the moment.");
    page.locator("#section-own1").fill("It was time.");
    page.locator("#section-own3").fill("A walk.");
    NoteScreen.on(page).awaitSaved();
    page.reload();
    assertThat(page.locator("#section-own1")).hasValue("It was time.");
    NoteScreen.on(page).goToSign();
    NoteScreen.on(page).confirm(Stage.get().passwordOf("therapist"));
    page.locator("#sign").click();
    page.waitForURL("**/therapist/notes/read.xhtml*");
    String signed = page.locator(".note-text").first().innerText();
    assertThat(signed).contains("Why now", "Who <b>knows</b>", "It was time.", "A walk.");

    admin.getByText(name).click();
    admin.locator("#section1").fill("Why today");
    admin.locator("#remove2").click();
    assertThat(admin.locator("input[id^=section]")).hasCount(2);
    admin.locator("#save").click();
    admin.waitForURL("**/admin/templates/list.xhtml*");
    page.reload();
    assertThat(page.locator(".note-text").first().innerText()).isEqualTo(signed);
    assertThat(
            practice.one(
                "select cast(content_hash = hash_of_note(n) as text) from session_note n where id = ?::uuid",
                note))
        .isEqualTo("true");
    tablet.open("/therapist/notes/print.xhtml?client=" + client + "&note=" + note);
    assertThat(page.locator(".sheet")).containsText("Who <b>knows</b>");

    begin(tablet, client, name, true);
    assertThat(page.locator("label[for^=section-]")).hasCount(2);
    assertThat(page.locator("#section-own1")).hasValue("");
    assertThat(page.locator("#section-own2")).hasValue("A walk.");
    assertThat(page.locator(".section[data-copied=true]")).hasCount(1);

    tablet.open("/therapist/notes/search.xhtml");
    page.locator("details.more summary").click();
    page.locator("#template").selectOption(new SelectOption().setLabel(name));
    page.locator("#seek").click();
    assertThat(page.locator("ul.rows > li")).hasCount(2);
    assertThat(page.locator("ul.rows > li").first()).containsText(name);
    tablet.open("/therapist/thread/timeline.xhtml?client=" + client);
    assertThat(page.locator("main")).containsText(name);

    tablet.open("/therapist/notes/begin.xhtml?client=" + client);
    page.locator("#template").selectOption(new SelectOption().setLabel(name));
    admin.getByText(name).click();
    admin.locator("#retire").click();
    admin.waitForURL("**/admin/templates/list.xhtml*");
    page.locator("#go").click();
    assertThat(page.locator("#template-message")).not().isEmpty();
    assertThat(
            page.locator("#template option").filter(new Locator.FilterOptions().setHasText(name)))
        .hasCount(0);
    tablet.open("/therapist/notes/read.xhtml?client=" + client + "&note=" + note);
    assertThat(page.locator(".note-text").first()).containsText("Who <b>knows</b>");
  }

  @Test
  void what_cannot_be_a_template_is_told_beside_its_field_and_nothing_typed_is_lost() {
    String name = "Twice " + UUID.randomUUID();
    Device office = devices.take(Device.Kind.NARROW).signIn("admin", EDIT);
    Page page = office.page();
    page.locator("#section2").fill("Plan");
    page.locator("#hint2").fill("What comes next. \uD83C\uDF31");
    page.locator("#section3").fill("plan");
    page.locator("#required3").uncheck();
    page.locator("#save").click();
    for (String field : List.of("name", "section1", "section3")) {
      assertThat(page.locator("#" + field + "-message")).not().isEmpty();
    }
    assertThat(page.locator("#section2-message")).isEmpty();
    assertThat(page.locator("#hint2")).hasValue("What comes next. \uD83C\uDF31");
    assertThat(page.locator("#section3")).hasValue("plan");
    assertThat(page.locator("#required3")).not().isChecked();

    page.locator("#name").fill("soap");
    page.locator("#remove1").click();
    assertThat(page.locator("input[id^=section]")).hasCount(2);
    page.locator("#remove2").click();
    assertThat(page.locator("input[id^=section]")).hasCount(1);
    page.locator("#name").press("Enter");
    page.locator("#save").click();
    assertThat(page.locator("#name-message")).not().isEmpty();
    page.locator("#name").fill(name);
    page.locator("#save").click();
    page.waitForURL("**/admin/templates/list.xhtml*");
    office.open(EDIT);
    make(page, name.toUpperCase(Locale.ROOT), "Something else", "two", "three");
    page.locator("#save").click();
    assertThat(page.locator("#name-message")).not().isEmpty();
    assertThat(page.locator("#section1")).hasValue("Something else");
    assertThat(practice.count(NAMED, name)).isEqualTo(1);
  }

  @Test
  void sections_are_added_moved_and_removed_by_keyboard_up_to_twelve() {
    Device office = devices.take(Device.Kind.COMPUTER).signIn("admin", EDIT);
    Page page = office.page();
    page.locator("#name").fill("Kept while sections move");
    page.locator("#section1").fill("one");
    page.locator("#section2").fill("two");
    page.locator("#section3").fill("three");
    page.locator("#down1").press("Enter");
    assertThat(page.locator("#down2")).isFocused();
    page.keyboard().press("Enter");
    assertThat(page.locator("#up3")).isFocused();
    assertThat(sections(page)).containsExactly("two", "three", "one");
    page.keyboard().press("Enter");
    assertThat(page.locator("#up2")).isFocused();
    assertThat(sections(page)).containsExactly("two", "one", "three");
    for (int i = 4; i <= 12; i++) {
      page.locator("#add").press("Enter");
      assertThat(page.locator("#section" + i)).isFocused();
      assertThat(page.locator("#required" + i)).isChecked();
    }
    assertThat(page.locator("#add")).isDisabled();
    page.keyboard().type("twelve");
    page.locator("#remove1").press("Enter");
    assertThat(page.locator("#section1")).isFocused();
    assertThat(sections(page)).hasSize(11).startsWith("one", "three").endsWith("twelve");
    assertThat(page.locator("#name")).hasValue("Kept while sections move");
  }

  @Test
  void a_form_that_outlived_its_session_keeps_every_section() {
    Device office = devices.take(Device.Kind.COMPUTER).signIn("admin", EDIT);
    Page page = office.page();
    page.locator("#add").click();
    assertThat(page.locator("input[id^=section]")).hasCount(4);
    String name = "Outlived " + UUID.randomUUID();
    make(page, name, "one", "two", "three", "four");
    page.locator("#required4").uncheck();
    office.letSessionEnd();
    Page again = office.newTab();
    again.navigate("/admin/clients/list.xhtml");
    SignInScreen.on(again).signIn("admin", Stage.get().passwordOf("admin"));
    again.waitForURL("**/admin/clients/list.xhtml*");
    page.bringToFront();
    page.locator("#save").click();
    assertThat(page.locator("#trouble")).not().isEmpty();
    assertThat(practice.count(NAMED, name)).isZero();
    assertThat(sections(page)).containsExactly("one", "two", "three", "four");
    assertThat(page.locator("#required4")).not().isChecked();
    page.locator("#save").click();
    page.waitForURL("**/admin/templates/list.xhtml*");
    assertThat(practice.count(NAMED, name)).isEqualTo(1);
  }

  @Test
  void two_administrators_at_one_template_do_not_write_over_each_other() {
    String name = "For two " + UUID.randomUUID();
    Device office = devices.take(Device.Kind.COMPUTER).signIn("admin", EDIT);
    make(office.page(), name, "one", "two", "three");
    office.page().locator("#save").click();
    office.page().waitForURL("**/admin/templates/list.xhtml*");
    office.page().getByText(name).click();
    office.page().waitForURL("**" + EDIT + "*");
    Page first = office.page();
    Page second = office.newTab();
    second.navigate(first.url());
    first.locator("#section1").fill("of the first");
    first.locator("#save").click();
    first.waitForURL("**/admin/templates/list.xhtml*");
    second.locator("#section1").fill("of the second");
    second.locator("#save").click();
    assertThat(second.locator("#trouble")).not().isEmpty();
    assertThat(second.locator("#section1")).hasValue("of the second");
    assertThat(
            practice.one(
                "select layout -> 'sections' -> 0 ->> 'name' from note_template where layout ->> 'name' = ?",
                name))
        .isEqualTo("of the first");
  }

  private static List<String> sections(Page page) {
    return page.locator("input[id^=section]").all().stream().map(Locator::inputValue).toList();
  }

  private static void make(Page page, String name, String... sections) {
    page.locator("#name").fill(name);
    for (int i = 0; i < sections.length; i++) {
      page.locator("#section" + (i + 1)).fill(sections[i]);
    }
  }

  private static NoteScreen begin(
      Device device, String client, String template, boolean copyForward) {
    device.open("/therapist/notes/begin.xhtml?client=" + client);
    Page page = device.page();
    page.locator("#template").selectOption(new SelectOption().setLabel(template));
    if (copyForward) {
      page.locator("#copyForward").check();
    }
    page.locator("#go").click();
    page.waitForURL("**/therapist/notes/write.xhtml*");
    return NoteScreen.on(page);
  }
}
