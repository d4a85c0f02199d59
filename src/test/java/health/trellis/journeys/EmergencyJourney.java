package health.trellis.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Somebody opens a record in an emergency; who treats the client is told, and the client reads it.
 */
class EmergencyJourney extends Journey {
  private static final String OPEN = "/therapist/emergency/open.xhtml";
  private static final String OPENED =
      "select count(*) from emergency_access where client_id = ?::uuid";

  private String fresh() {
    return "Could not be reached, " + UUID.randomUUID();
  }

  private void fill(Page page, String client, String reason) {
    page.locator("#name").fill(practice.one("select name from client where id = ?::uuid", client));
    page.locator("#birthDate")
        .fill(practice.one("select birth_date from client where id = ?::uuid", client));
    page.locator("#reason").fill(reason);
  }

  @Test
  void a_colleague_reads_the_record_the_therapist_is_told_and_the_client_reads_it() {
    String client = practice.ownRecordOfClient();
    String reason = fresh();
    practice.signed(practice.draftOf(client));
    Device colleague = devices.take(Device.Kind.COMPUTER).signIn("colleague", OPEN);
    Page page = colleague.page();
    fill(page, client, reason);
    colleague.await(() -> page.locator("#open").click());
    assertThat(page).hasURL(Pattern.compile(".*/emergency/record.xhtml.*"));
    assertThat(page.locator("main")).containsText("You can read this record until");
    assertThat(page.locator("main")).containsText("Hanna Brandt was told");
    assertThat(page.locator("main")).containsText("What was said");
    assertThat(page.locator("main")).not().containsText("???");

    Page hanna =
        devices.take(Device.Kind.COMPUTER).signIn("therapist", "/therapist/desk.xhtml").page();
    hanna.locator("#emergencies").click();
    hanna.waitForURL("**/therapist/emergency/notices.xhtml");
    Locator notice =
        hanna.locator("section.card").filter(new Locator.FilterOptions().setHasText(reason));
    assertThat(notice).containsText("Jonas Weber");
    notice.locator("input[type=submit]").click();
    assertThat(notice).containsText("You read this on");

    Page phone =
        devices.take(Device.Kind.PHONE).signIn("client", "/portal/audit/report.xhtml").page();
    Locator visit =
        phone
            .locator(".access-day li")
            .filter(new Locator.FilterOptions().setHasText(reason))
            .first();
    assertThat(visit).containsText("Jonas Weber");
    assertThat(visit).containsText("In an emergency");
    assertThat(visit).containsText("Read a session note");

    Page office =
        devices
            .take(Device.Kind.COMPUTER)
            .signIn("admin", "/admin/audit/list.xhtml?client=" + client)
            .page();
    Locator act =
        office.locator("#acts tr").filter(new Locator.FilterOptions().setHasText(reason)).last();
    assertThat(act).containsText("Opened the record in an emergency");
    assertThat(act).containsText("Jonas Weber");
  }

  @Test
  void nothing_opens_without_a_client_and_a_reason_and_nothing_typed_is_lost() {
    String client = practice.ownRecordOfClient();
    long before = practice.count(OPENED, client);
    Device colleague = devices.take(Device.Kind.PHONE).signIn("colleague", OPEN);
    Page page = colleague.page();
    colleague.await(() -> page.locator("#open").click());
    assertThat(page.locator("#name-message")).containsText("first and last name");
    assertThat(page.locator("#birthDate-message")).containsText("date of birth");
    assertThat(page.locator("#reason-message")).containsText("why");
    fill(page, client, "Too short.");
    colleague.await(() -> page.locator("#open").click());
    assertThat(page.locator("#reason-message")).containsText("20 characters");
    assertThat(page.locator("#reason")).hasValue("Too short.");
    page.locator("#reason").fill(fresh());
    page.locator("#birthDate").fill("1901-02-03");
    colleague.await(() -> page.locator("#open").click());
    assertThat(page.locator("#name-message")).containsText("born on that day");
    assertThat(page.locator("#birthDate")).hasValue("1901-02-03");
    assertThat(practice.count(OPENED, client)).isEqualTo(before);
  }

  @Test
  void who_treats_the_client_is_told_that_the_record_is_open_already() {
    Device therapist = devices.take(Device.Kind.COMPUTER).signIn("therapist", OPEN);
    Page page = therapist.page();
    fill(page, practice.ownRecordOfClient(), fresh());
    therapist.await(() -> page.locator("#open").click());
    assertThat(page.locator("#name-message")).containsText("in your caseload");
  }

  @Test
  void who_names_several_people_in_vain_finds_nobody_for_an_hour() {
    Device supervisor = devices.take(Device.Kind.COMPUTER).signIn("supervisor", OPEN);
    Page page = supervisor.page();
    for (int i = 0; i < 5; i++) {
      page.locator("#name").fill("Nobody " + i);
      page.locator("#birthDate").fill("1990-01-01");
      page.locator("#reason").fill(fresh());
      supervisor.await(() -> page.locator("#open").click());
    }
    fill(page, practice.clientOf("colleague"), fresh());
    supervisor.await(() -> page.locator("#open").click());
    assertThat(page.locator("#name-message")).containsText("in vain");
  }

  @Test
  void an_administrator_opens_it_from_the_client_s_page_and_closes_it_at_once() {
    String client = practice.ownRecordOfClient();
    String reason = fresh();
    Device office =
        devices
            .take(Device.Kind.COMPUTER)
            .signIn("admin", "/admin/clients/caseload.xhtml?client=" + client);
    Page page = office.page();
    office.await(() -> page.locator("#emergency").click());
    page.locator("#reason").fill(reason);
    office.await(() -> page.locator("#open").click());
    assertThat(page.locator("main")).containsText(reason);
    assertThat(page.locator("#beliefs")).isVisible();
    String address = page.url();
    Device another =
        devices.take(Device.Kind.COMPUTER).signIn("colleague", "/therapist/desk.xhtml");
    assertThat(another.open(address)).isEqualTo(404);
    assertThat(another.open(address.replace("/admin/", "/therapist/"))).isEqualTo(404);
    office.await(() -> page.locator("#end").click());
    assertThat(page.locator("main")).containsText("This was open until");
    assertThat(page.locator("#beliefs")).hasCount(0);
    office.open(address);
    assertThat(page.locator("main")).containsText("This was open until");
  }
}
