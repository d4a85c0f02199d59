package health.trellis.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Notes are found by what they say, by who treats the client, and no address holds the words. */
class NoteSearchJourney extends Journey {
  private static final Pattern SEARCHED =
      Pattern.compile(".*/therapist/notes/search\\.xhtml\\?q=[0-9a-f-]{36}.*");

  @Test
  void a_note_is_found_by_its_words_which_stand_in_no_address() {
    String client = practice.clientOf("therapist");
    Device office = devices.take(Device.Kind.COMPUTER).signIn("therapist", "/therapist/desk.xhtml");
    NoteScreen screen = NoteScreen.begin(office, client, "FREE");
    screen.write(
        "text", "She polished the <b>theodolites</b> & \u05e9\u05dc\u05d5\u05dd \uD83C\uDF31");
    screen.awaitSaved();
    Page page = office.page();
    String note = screen.note();
    List<String> addresses = new ArrayList<>();
    page.onRequest(request -> addresses.add(request.url()));
    page.locator(".rail a[href='/therapist/notes/search.xhtml']").click();
    page.locator("#text").fill("theodolite polishing");
    page.keyboard().press("Enter");
    page.waitForURL(SEARCHED);
    assertThat(page.locator("#text")).hasValue("theodolite polishing");
    assertThat(page.locator(".excerpt mark")).hasText(new String[] {"polished", "theodolites"});
    assertThat(page.locator(".excerpt")).containsText("the <b>theodolites</b> &");
    assertThat(page.locator(".excerpt b")).hasCount(0);
    assertThat(addresses).noneMatch(address -> address.contains("theodolite"));
    assertThat(
            practice.count(
                "select count(*) from audit_event where code = 'NOTE_LISTED' and entity_id = ?::uuid",
                note))
        .isPositive();

    page.locator("details.more summary").click();
    page.locator("#state").selectOption("SIGNED");
    page.locator("#seek").click();
    assertThat(page.locator(".empty")).containsText("No note says this");
    assertThat(page.locator("#state")).hasValue("SIGNED");
    page.locator("#state").selectOption("DRAFT");
    page.locator("#seek").click();
    page.locator(".narrowing a").click();
    assertThat(page.locator(".rows > li")).hasCount(1);
    assertThat(page.url()).contains("client=" + client).contains("state=DRAFT");
    page.locator(".rows .name a").click();
    page.waitForURL("**/therapist/notes/write.xhtml*");
  }

  @Test
  void days_in_the_wrong_order_are_told_beside_the_field_and_nothing_typed_is_lost() {
    Device office = devices.take(Device.Kind.COMPUTER).signIn("therapist", "/therapist/desk.xhtml");
    Page page = office.page();
    office.open("/therapist/notes/search.xhtml");
    page.locator("details.more summary").click();
    page.locator("#text").fill("help");
    page.locator("#from").fill("2026-05-02");
    page.locator("#until").fill("2026-05-01");
    page.locator("#seek").click();
    assertThat(page.locator("#until-message")).isVisible();
    assertThat(page.locator("#until")).hasValue("2026-05-01");
    assertThat(page.locator("#text")).hasValue("help");
    page.locator("#until").fill("2026-05-31");
    page.locator("#seek").click();
    assertThat(page.locator("#until-message")).hasCount(0);
    assertThat(office.open("/therapist/notes/search.xhtml?from=2026-02-31")).isEqualTo(200);
    assertThat(page.locator("#from-message")).isVisible();
  }

  @Test
  void nobody_finds_the_notes_on_another_therapists_clients() {
    String client = practice.clientOf("therapist");
    Device office = devices.take(Device.Kind.COMPUTER).signIn("therapist", "/therapist/desk.xhtml");
    NoteScreen screen = NoteScreen.begin(office, client, "FREE");
    screen.write("text", "gyrocompass");
    screen.awaitSaved();
    for (String who : new String[] {"colleague", "supervisor"}) {
      Page page =
          devices.take(Device.Kind.COMPUTER).signIn(who, "/therapist/notes/search.xhtml").page();
      page.locator("#text").fill("gyrocompass");
      page.locator("#seek").click();
      assertThat(page.locator(".empty")).isVisible();
      page.navigate("/therapist/notes/search.xhtml?client=" + client);
      assertThat(page.locator(".empty")).isVisible();
    }
    for (String who : new String[] {"admin", "client"}) {
      Device other = devices.take(Device.Kind.COMPUTER).signIn(who, "/");
      assertThat(other.open("/therapist/notes/search.xhtml")).as(who).isEqualTo(404);
    }
  }
}
