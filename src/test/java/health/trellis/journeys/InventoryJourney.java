package health.trellis.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The main job: give the inventory, answer it, read the score. */
class InventoryJourney extends Journey {

  @Test
  void an_inventory_is_given_answered_on_two_devices_and_read() {
    String client = practice.ownRecordOfClient();
    Device office = devices.take(Device.Kind.COMPUTER).signIn("therapist", "/therapist/desk.xhtml");
    AssignScreen.of(office, client).give(LocalDate.now(ZoneOffset.UTC).plusDays(10));
    String assignment = practice.openOf(client);

    Device phone = devices.take(Device.Kind.PHONE).signIn("client", "/portal/home.xhtml");
    phone.page().locator("a[href$='" + assignment + "']").click();
    AnswerScreen first = AnswerScreen.on(phone.page());
    first.begin();
    List<String> items = first.items();
    for (String item : items.subList(0, 10)) {
      first.answer(item, 3);
    }
    first.awaitSaved();
    phone.close();

    Device tablet =
        devices.take(Device.Kind.NARROW).signIn("client", AnswerScreen.address(assignment));
    AnswerScreen second = AnswerScreen.on(tablet.page());
    assertThat(second.question(items.get(10))).isVisible();
    for (String item : items.subList(10, items.size())) {
      second.answer(item, 4);
    }
    second.submit();

    assertThat(
            practice.count("select count(*) from answer where assignment_id = ?::uuid", assignment))
        .isEqualTo(items.size());
    office.open("/therapist/desk.xhtml");
    assertThat(office.page().locator("a[href*='result.xhtml?client=" + client + "']").first())
        .isVisible();
    office.open("/therapist/clients/overview.xhtml?client=" + client);
    office.page().locator("section a[href*='" + assignment + "']").first().click();
    office.page().waitForURL("**/therapist/inventory/result.xhtml*");
    assertThat(office.page().locator("main tbody").last().locator("tr")).hasCount(items.size());
    assertThat(office.page().locator("main .caveat").first()).isVisible();
  }

  @Test
  void a_skipped_question_is_asked_for_and_leads_straight_back_to_sending() {
    String assignment = practice.giveToClient();
    Device phone =
        devices.take(Device.Kind.PHONE).signIn("client", AnswerScreen.address(assignment));
    AnswerScreen screen = AnswerScreen.on(phone.page());
    screen.begin();
    List<String> items = screen.items();
    String skipped = items.get(1);
    for (String item : items) {
      if (item.equals(skipped)) {
        phone.page().locator("[data-steps] [data-go=next]").click();
        screen.awaitSettled();
      } else {
        screen.answer(item, 2);
      }
    }
    Locator refusal = screen.review().locator("[data-missing]");
    assertThat(screen.review().locator("[data-if-needed]")).isVisible();
    assertThat(screen.review().locator("[data-if-free]")).isHidden();
    phone.page().locator("[data-go=submit]").click();
    assertThat(refusal).isVisible();

    screen.review().locator("[data-blanks] button").click();
    screen.answer(skipped, 2);
    assertThat(screen.review()).isVisible();
    assertThat(refusal).isHidden();
    assertThat(screen.review().locator("[data-if-blanks]")).isHidden();
    screen.awaitSaved();
    screen.submit();
  }

  @Test
  void a_released_result_is_seen_by_the_client_and_a_revoked_one_is_not() {
    String client = practice.ownRecordOfClient();
    String assignment =
        practice.one(
            "select id from assignment where client_id = ?::uuid and submitted_at is not null and released_at is null order by submitted_at limit 1",
            client);
    String result = "/portal/inventory/result.xhtml?assignment=" + assignment;
    Device phone = devices.take(Device.Kind.PHONE).signIn("client", "/portal/home.xhtml");
    assertThat(phone.open(result)).isEqualTo(404);

    Device office =
        devices
            .take(Device.Kind.COMPUTER)
            .signIn(
                "therapist",
                "/therapist/inventory/result.xhtml?client=" + client + "&assignment=" + assignment);
    office.page().locator("#release").click();
    assertThat(office.page().locator("#revoke")).isVisible();
    assertThat(phone.open(result)).isEqualTo(200);

    office.page().locator("#revoke").click();
    assertThat(office.page().locator("#release")).isVisible();
    assertThat(phone.open(result)).isEqualTo(404);
  }

  @Test
  void an_inventory_that_is_taken_back_leaves_the_portal() {
    String client = practice.ownRecordOfClient();
    Device office = devices.take(Device.Kind.COMPUTER).signIn("therapist", "/therapist/desk.xhtml");
    AssignScreen.of(office, client).give(LocalDate.now(ZoneOffset.UTC).plusDays(10));
    String assignment = practice.openOf(client);
    assertThat(office.page().getByRole(AriaRole.STATUS)).isVisible();
    Device phone = devices.take(Device.Kind.PHONE).signIn("client", "/portal/home.xhtml");
    assertThat(phone.open(AnswerScreen.address(assignment))).isEqualTo(200);

    Locator links = office.page().locator("a[href$='" + assignment + "']");
    links.first().click();
    office.page().locator("#withdraw").dblclick();
    office.page().waitForURL("**/therapist/clients/overview.xhtml*");
    assertThat(office.page().getByRole(AriaRole.STATUS)).isVisible();
    assertThat(links).hasCount(0);
    assertThat(phone.open(AnswerScreen.address(assignment))).isEqualTo(404);
  }

  @Test
  void a_refused_date_is_told_beside_the_field_and_nothing_is_lost() {
    String client = practice.ownRecordOfClient();
    Device office = devices.take(Device.Kind.COMPUTER).signIn("therapist", "/therapist/desk.xhtml");
    office.open("/therapist/inventory/assign.xhtml?client=" + client);
    office.page().locator("#dueOn").fill("2001-02-03");
    office.page().locator("#give").click();
    assertThat(office.page().locator("#dueOn-message")).not().isEmpty();
    assertThat(office.page().locator("#dueOn")).hasValue("2001-02-03");
    assertThat(office.page()).hasURL(Pattern.compile(".*[?]client=" + client));
  }
}
