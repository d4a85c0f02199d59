package health.trellis.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

/** A client reads on a phone who looked at the own record. */
class AccessReportJourney extends Journey {
  private static final String REPORT = "/portal/audit/report.xhtml";
  private static final String READ =
      "select count(*) from audit_event where code = 'ACCESS_REPORT_READ' and client_id = ?::uuid";

  @Test
  void a_client_finds_the_therapist_who_read_a_note_and_not_a_word_of_it() {
    String client = practice.ownRecordOfClient();
    String note = practice.draftOf(client);
    devices
        .take(Device.Kind.COMPUTER)
        .signIn("therapist", "/therapist/notes/read.xhtml?client=" + client + "&note=" + note);
    Device phone = devices.take(Device.Kind.PHONE).signIn("client", "/portal/home.xhtml");
    Page page = phone.page();
    long before = practice.count(READ, client);
    page.locator("main a[href='" + REPORT + "']").click();
    page.waitForURL("**" + REPORT);
    assertThat(page.locator("details.more").last()).isVisible();
    Locator visit = page.locator(".access-day").first().locator("ul.rows > li").first();
    assertThat(visit).containsText("Hanna Brandt");
    assertThat(visit).containsText("your therapist");
    assertThat(visit).containsText("for your treatment");
    assertThat(visit).containsText("Read a session note");
    assertThat(page.locator("main")).not().containsText("What was said");
    assertThat(page.locator("main")).not().containsText("???");
    assertThat(page.locator(".self")).hasCount(0);
    assertThat(practice.count(READ, client)).isEqualTo(before + 1);

    page.locator("#own").click();
    page.waitForURL("**" + REPORT + "?own=shown");
    assertThat(page.locator("details.more").last()).isVisible();
    assertThat(page.locator(".self").first()).containsText("You");
    assertThat(page.locator("main")).containsText("Looked at this list");
  }

  @Test
  void nothing_of_a_private_note_or_of_a_refusal_is_told() {
    String client = practice.ownRecordOfClient();
    practice.processNoteOf(client);
    devices
        .take(Device.Kind.COMPUTER)
        .signIn("therapist", "/therapist/processnotes/list.xhtml?client=" + client);
    devices
        .take(Device.Kind.COMPUTER)
        .signIn("colleague", "/therapist/clients/overview.xhtml?client=" + client);
    assertThat(
            practice.count(
                "select count(*) from audit_event where entity = 'process_note' and kind = 'act'"
                    + " and client_id = ?::uuid",
                client))
        .isPositive();
    Device phone = devices.take(Device.Kind.PHONE).signIn("client", REPORT);
    assertThat(phone.page().locator("main")).containsText("Hanna Brandt");
    assertThat(phone.page().locator(".done-there").allInnerTexts())
        .noneMatch(text -> text.contains("private"));
    assertThat(phone.page().locator("main")).not().containsText("Jonas Weber");
  }

  @Test
  void a_client_reads_that_the_list_was_checked_or_that_something_did_not_fit() {
    Device phone = devices.take(Device.Kind.PHONE).signIn("client", REPORT);
    Locator checked = phone.page().locator("#checked");
    practice.checkOfLog(0);
    phone.open(REPORT);
    assertThat(checked).containsText("Checked on");
    assertThat(checked).containsText("nobody had changed it");
    practice.checkOfLog(2);
    phone.open(REPORT);
    assertThat(checked).containsText("found something that does not fit");
    assertThat(checked).not().containsText("nobody had changed it");
    practice.checkOfLog(0);
    phone.open(REPORT);
    assertThat(checked).containsText("nobody had changed it");
  }

  @Test
  void a_long_report_goes_on_on_further_pages_and_none_is_told_twice() {
    String client = practice.ownRecordOfClient();
    practice.visitLongAgo(client, 95);
    Device phone = devices.take(Device.Kind.NARROW).signIn("client", REPORT);
    Page page = phone.page();
    assertThat(page.locator(".access-day ul.rows > li")).hasCount(30);
    String last = page.locator(".access-day ul.rows > li").last().innerText();
    page.locator("a[rel=next]").click();
    page.waitForURL("**" + REPORT + "?after=*");
    assertThat(page.locator("details.more").last()).isVisible();
    assertThat(page.locator(".access-day ul.rows > li").first().innerText()).isNotEqualTo(last);
    phone.open(REPORT + "?after=999999999999999");
    assertThat(page.locator("main")).containsText("There is nothing earlier");
    assertThat(phone.open(REPORT + "?after=x")).isEqualTo(404);
  }
}
