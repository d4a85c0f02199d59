package health.trellis.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import health.trellis.testkit.Stage;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A session that nobody uses ends after a quarter of an hour: announced, put off by a person's own
 * acts and by nothing else, and without a loss. The browser's clock and the server's are both moved
 * by hand.
 */
class IdleJourney extends Journey {

  private static final String IN_TIME = LocalDate.now(ZoneOffset.UTC).plusDays(33).toString();
  private static final int MINUTE = 60_000;
  private static final int SECOND = 1_000;

  /** Who sits before which page. */
  enum Place {
    STAFF(Device.Kind.COMPUTER, "therapist", "/therapist/desk.xhtml"),
    PORTAL(Device.Kind.PHONE, "client", "/portal/home.xhtml");

    private final Device.Kind kind;
    private final String userName;
    private final String address;

    Place(Device.Kind kind, String userName, String address) {
      this.kind = kind;
      this.userName = userName;
      this.address = address;
    }
  }

  @ParameterizedTest
  @EnumSource(Place.class)
  void the_end_is_announced_two_minutes_ahead(Place place) {
    Page page = begin(place).page();
    page.clock().fastForward(13 * MINUTE - SECOND);
    assertThat(warning(page)).isHidden();
    page.clock().runFor(SECOND);
    assertThat(warning(page)).isVisible();
    assertThat(page.locator("#idle [data-left]")).hasText("2:00");
    assertThat(page.locator("#idle [data-stay]")).isFocused();
    page.clock().runFor(30 * SECOND);
    assertThat(page.locator("#idle [data-left]")).hasText("1:30");
  }

  @ParameterizedTest
  @EnumSource(Place.class)
  void who_stays_is_signed_in_for_another_quarter_of_an_hour(Place place) {
    Device device = begin(place);
    Page page = device.page();
    device.letSessionAge(14);
    page.clock().fastForward(14 * MINUTE);
    page.locator("#idle [data-stay]").click();
    assertThat(warning(page)).isHidden();
    device.letKeycloakForget();
    device.letSessionAge(14);
    page.clock().fastForward(13 * MINUTE - SECOND);
    assertThat(warning(page)).isHidden();
    device.open(place.address);
    assertThat(page).hasURL(Stage.get().address() + place.address);
  }

  @Test
  void a_wall_clock_that_jumps_ends_no_session_and_prolongs_none() {
    Device device = devices.take(Device.Kind.COMPUTER).signIn("therapist", Place.STAFF.address);
    device.letWallClockJump(20);
    device.letKeycloakForget();
    device.open(Place.STAFF.address);
    assertThat(device.page()).hasURL(Stage.get().address() + Place.STAFF.address);
    device.letWallClockJump(-20);
    device.letSessionAge(16);
    device.letKeycloakForget();
    device.open(Place.STAFF.address);
    SignInScreen.on(device.page());
  }

  @ParameterizedTest
  @EnumSource(Place.class)
  void who_never_rests_signs_in_again_after_twelve_hours_and_a_client_after_eight(Place place) {
    int hours = place == Place.STAFF ? 12 : 8;
    Device device = devices.take(place.kind).signIn(place.userName, place.address);
    device.letSessionHaveBegun(hours * 60 - 1);
    device.letKeycloakForget();
    device.open(place.address);
    assertThat(device.page()).hasURL(Stage.get().address() + place.address);
    device.letSessionHaveBegun(2);
    device.letKeycloakForget();
    device.open(place.address);
    SignInScreen.on(device.page());
  }

  @Test
  void typing_in_one_tab_counts_for_all() {
    Device device = begin(Place.STAFF);
    Page first = device.page();
    Page second = device.newTab();
    device.open("/therapist/caseload.xhtml");
    device.letSessionAge(12);
    first.clock().fastForward(12 * MINUTE);
    second.keyboard().press("a");
    second.waitForResponse("**/api/session/alive", () -> second.clock().runFor(SECOND));
    device.letKeycloakForget();
    device.letSessionAge(12);
    first.clock().fastForward(12 * MINUTE);
    assertThat(warning(first)).isHidden();
    assertThat(warning(second)).isHidden();
    first.clock().fastForward(MINUTE);
    assertThat(warning(first)).isVisible();
    assertThat(warning(second)).isVisible();
    first.locator("#idle [data-stay]").click();
    assertThat(warning(first)).isHidden();
    assertThat(warning(second)).isHidden();
  }

  @ParameterizedTest
  @EnumSource(Place.class)
  void a_page_that_is_left_alone_asks_the_server_for_nothing(Place place) {
    Device device = begin(place);
    List<String> asked = new CopyOnWriteArrayList<>();
    device.page().onRequest((Request request) -> asked.add(request.url()));
    String files = "/jakarta.faces.resource/"; // a browser fetches a page's icon when it likes
    device.page().clock().runFor(12 * MINUTE);
    assertThat(warning(device.page())).isHidden();
    assertThat(asked).allMatch(address -> address.contains(files));
  }

  @Test
  void what_no_person_did_does_not_count_as_activity() {
    Device device = begin(Place.STAFF);
    String sheet = device.page().locator("link[rel=stylesheet]").first().getAttribute("href");
    device.letSessionAge(14);
    for (String address : List.of("/health/ready", sheet, "/signed-out.xhtml")) {
      assertThat(device.context().request().get(address).status()).as(address).isEqualTo(200);
    }
    device.letKeycloakForget();
    device.letSessionAge(2);
    device.open(Place.STAFF.address);
    SignInScreen.on(device.page());
  }

  @Test
  void an_unsaved_answer_outlives_the_session_and_is_saved_after_signing_in_again() {
    Device phone = devices.take(Device.Kind.PHONE).signIn("client", Place.PORTAL.address);
    Page page = phone.page();
    page.clock().install();
    String assignment = practice.giveToClient();
    AnswerScreen screen = AnswerScreen.of(phone, assignment);
    screen.begin();
    List<String> items = screen.items();
    screen.answer(items.get(0), 2);
    screen.awaitSaved();
    phone.context().setOffline(true);
    screen.answer(items.get(1), 4);
    assertThat(screen.saved()).hasAttribute("data-state", "trouble");

    phone.letSessionEnd();
    page.clock().fastForward(15 * MINUTE);
    assertThat(page.locator("#idle [data-after]")).isVisible();
    phone.context().setOffline(false);
    signInAgain(phone, "client");
    assertThat(warning(page)).isHidden();
    page.evaluate("dispatchEvent(new Event('focus'))");
    screen.awaitSaved();
    assertThat(practice.answersTo(assignment, items.get(1))).containsExactly("4");
    screen.answer(items.get(2), 1);
    screen.awaitSaved();
  }

  @Test
  void a_form_sent_after_the_end_waits_until_one_has_signed_in_again() {
    String client = practice.clientOf("therapist");
    Device office = begin(Place.STAFF);
    AssignScreen.of(office, client);
    office.letSessionEnd();
    long given = assignmentsOf(client);
    office.page().locator("#dueOn").fill(IN_TIME);
    office.page().locator("#give").click();
    office.page().clock().runFor(SECOND);
    signInAgain(office, "therapist");
    assertThat(warning(office.page())).isHidden();
    assertThat(office.page().locator("#dueOn")).hasValue(IN_TIME);
    office.page().locator("#give").click();
    assertThat(office.page().locator("#trouble")).not().isEmpty();
    office.page().locator("#give").click();
    office.page().waitForURL("**/therapist/clients/overview.xhtml?client=" + client + "*");
    assertThat(assignmentsOf(client)).isEqualTo(given + 1);
  }

  @Test
  void a_form_sent_without_scripts_after_the_end_leads_to_signing_in_and_back_to_the_same_client() {
    String client = practice.clientOf("therapist");
    Device office = begin(Place.STAFF);
    AssignScreen screen = AssignScreen.of(office, client);
    office.letSessionEnd();
    office.page().evaluate("document.getElementById('assign').submit()");
    SignInScreen.on(office.page()).signIn("therapist", Stage.get().passwordOf("therapist"));
    office.page().waitForURL("**/therapist/inventory/assign.xhtml?client=" + client);
    screen.give(LocalDate.now(ZoneOffset.UTC).plusDays(20));
    assertThat(office.page().locator("h1")).isVisible();
  }

  @Test
  void a_form_of_the_old_session_keeps_what_was_typed_and_does_nothing_by_itself() {
    String client = practice.clientOf("therapist");
    Device office = begin(Place.STAFF);
    AssignScreen.of(office, client);
    office.letSessionEnd();
    office.page().clock().fastForward(15 * MINUTE);
    signInAgain(office, "therapist");
    assertThat(warning(office.page())).isHidden();
    long given = assignmentsOf(client);
    office.page().locator("#dueOn").fill(IN_TIME);
    office.page().locator("#give").click();
    assertThat(office.page().locator("#trouble")).not().isEmpty();
    assertThat(office.page().locator("#dueOn")).hasValue(IN_TIME);
    assertThat(office.page()).hasURL(Pattern.compile(".*assign\\.xhtml\\?client=" + client));
    assertThat(assignmentsOf(client)).isEqualTo(given);
  }

  @Test
  void somebody_else_who_signs_in_finds_nothing_of_the_page_before() {
    Device office = begin(Place.STAFF);
    Page page = office.page();
    page.keyboard().press("Control+k");
    page.keyboard().type("Ag");
    page.keyboard().press("Enter");
    page.waitForURL("**/therapist/caseload.xhtml?q=*");
    assertThat(page.locator("main")).containsText("“Ag”");
    office.letSessionEnd();
    page.clock().fastForward(15 * MINUTE);
    assertThat(page.locator("#idle [data-after]")).isVisible();
    signInAgain(office, "colleague");
    assertThat(page.locator(".me summary")).containsText("Jonas Weber");
    assertThat(warning(page)).isHidden();
    assertThat(page.locator("main")).not().containsText("“Ag”");
  }

  private long assignmentsOf(String client) {
    return practice.count("select count(*) from assignment where client_id = ?::uuid", client);
  }

  /** Signs in by the link of the warning, in a new tab, and comes back to the first one. */
  private static void signInAgain(Device device, String userName) {
    Page page = device.page();
    Page again = device.context().waitForPage(() -> page.locator("#idle [data-after] a").click());
    SignInScreen.on(again).signIn(userName, Stage.get().passwordOf(userName));
    again.waitForURL(url -> url.startsWith(Stage.get().address().toString()));
    page.bringToFront();
  }

  /** Signs in, and opens the page with a clock that stands still. */
  private Device begin(Place place) {
    Device device = devices.take(place.kind).signIn(place.userName, place.address);
    Page page = device.page();
    page.clock().install();
    long now = ((Number) page.evaluate("Date.now()")).longValue();
    page.clock().pauseAt(now + SECOND);
    device.open(place.address);
    return device;
  }

  private static Locator warning(Page page) {
    return page.locator("#idle");
  }
}
