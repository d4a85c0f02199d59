package health.trellis.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import health.trellis.testkit.Stage;
import health.trellis.web.Days;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** An administrator looks through the log, takes a file of it, and has it checked. */
class AuditReviewJourney extends Journey {
  private static final String LIST = "/admin/audit/list.xhtml";
  private static final String FILTERS = "/admin/audit/filters.xhtml";
  private static final String CHECKS = "/admin/audit/checks.xhtml";

  @Test
  void an_administrator_narrows_the_log_to_a_client_and_takes_it_as_a_file() throws IOException {
    String client = practice.ownRecordOfClient();
    String note = practice.draftOf(client);
    devices
        .take(Device.Kind.COMPUTER)
        .signIn("therapist", "/therapist/notes/read.xhtml?client=" + client + "&note=" + note);
    Device office = devices.take(Device.Kind.COMPUTER).signIn("admin", "/admin/clients/list.xhtml");
    Page page = office.page();
    page.locator(".rail a[href='" + LIST + "']").click();
    page.waitForURL("**" + LIST);
    page.locator("#person").selectOption("Hanna Brandt");
    page.locator("#kind").selectOption("LOOKED");
    office.await(() -> page.locator("#show").click());
    assertThat(page.url()).contains("kind=LOOKED").doesNotContain("Hanna");
    assertThat(page.locator("#acts tbody tr").first()).containsText("Hanna Brandt");
    assertThat(page.locator("#acts")).not().containsText("Emil Kern");
    office.await(() -> page.locator("#acts a[href*='client=" + client + "']").first().click());
    assertThat(page.locator("#acts")).containsText("Read a session note");
    assertThat(page.locator("main")).containsText("Lea Sommer only");
    assertThat(page.locator("main")).not().containsText("What was said");
    assertThat(page.locator("main")).not().containsText("???");
    Download file = page.waitForDownload(() -> page.locator("#file").click());
    assertThat(file.suggestedFilename()).isEqualTo("trellis-log.csv");
    assertThat(Files.readString(file.path())).contains("NOTE_READ").doesNotContain("What was said");
    page.locator("[name=client]").uncheck();
    office.await(() -> page.locator("#show").click());
    assertThat(page.locator("#acts")).containsText("Took a file of the log");
  }

  @Test
  void what_is_looked_for_again_and_again_is_saved_once_followed_and_removed() {
    String name = "Refused <b>here</b> " + UUID.randomUUID();
    Device office = devices.take(Device.Kind.COMPUTER).signIn("admin", LIST);
    Page page = office.page();
    assertThat(page.locator("#keep")).hasCount(0);
    page.locator("#outcome").selectOption("REFUSED");
    page.locator("#from").fill("2026-01-02");
    office.await(() -> page.locator("#show").click());
    office.await(() -> page.locator("#keep").click());
    assertThat(page.locator("section[aria-labelledby=keeping]")).containsText("refused");
    page.locator("#recent").selectOption("WEEK");
    office.await(() -> page.locator("#save").click());
    assertThat(page.locator("#name-message")).containsText("Give it a name");
    assertThat(page.locator("#recent")).hasValue("WEEK");
    page.locator("#name").fill(name);
    page.locator("#save").dblclick();
    page.waitForURL("**" + FILTERS);
    Locator row =
        page.locator("ul.statements > li").filter(new Locator.FilterOptions().setHasText(name));
    assertThat(row).hasCount(1);
    assertThat(row).containsText("refused · the last 7 days");
    assertThat(row).containsText("saved by Emil Kern");
    assertThat(page.locator("main")).not().containsText("???");

    assertThat(office.open(FILTERS + "?person=" + "z".repeat(3_000))).isEqualTo(404);
    office.open(FILTERS + "?outcome=REFUSED");
    page.locator("#name").fill(name.toUpperCase(Locale.ROOT));
    office.await(() -> page.locator("#save").click());
    assertThat(page.locator("#name-message")).containsText("of this name already");
    assertThat(page.locator("#name")).hasValue(name.toUpperCase(Locale.ROOT));

    office.await(() -> row.locator("a").click());
    assertThat(page.locator("#outcome")).hasValue("REFUSED");
    String today = page.evaluate("new Date().toISOString().slice(0, 10)").toString();
    assertThat(Days.read(page.locator("#from").inputValue()))
        .hasValueSatisfying(
            first ->
                assertThat(first)
                    .isBetween(
                        LocalDate.parse(today).minusDays(7), LocalDate.parse(today).minusDays(5)));
    assertThat(page.locator("#until")).hasValue("");

    office.open(FILTERS);
    office.await(() -> row.locator("input[type=submit]").click());
    assertThat(row).hasCount(0);
    assertThat(practice.count("select count(*) from saved_filter where name = ?", name))
        .isEqualTo(1);
    for (String act : new String[] {"READ", "FILTER_KEPT", "FILTERS_READ", "FILTER_REMOVED"}) {
      assertThat(
              practice.count(
                  "select count(*) from audit_event where code = ? and actor = (select sub from"
                      + " person where email = 'admin@trellis.example')",
                  "AUDIT_" + act))
          .as(act)
          .isPositive();
    }
  }

  @Test
  void a_check_is_asked_for_once_and_its_findings_are_read() throws SQLException {
    try (Connection owner = Stage.get().asOwner();
        Statement statement = owner.createStatement()) {
      // What the sealing program takes before it checks: so it does nothing meanwhile.
      statement.execute("select pg_advisory_lock(hashtext('trellis checks its audit log'))");
      askAndRead();
    }
  }

  private void askAndRead() {
    practice.endChecks();
    Device office = devices.take(Device.Kind.COMPUTER).signIn("admin", CHECKS);
    Page page = office.page();
    page.locator("#ask").dblclick();
    assertThat(page.locator("[role=status]")).containsText("not done yet");
    assertThat(page.locator("#ask")).hasCount(0);
    assertThat(page.locator("ul.rows > li").first()).containsText("asked for by Emil Kern");
    assertThat(practice.count("select count(*) from audit_check where ended_at is null"))
        .isEqualTo(1);
    practice.endChecks();
    practice.checkOfLog(1);
    office.await(() -> page.locator("#again").click());
    assertThat(page.locator("#ask")).isVisible();
    assertThat(page.locator("ul.rows > li").first()).containsText("1 thing does not fit");
    page.locator("details.more summary").first().click();
    assertThat(page.locator("ul.rows > li").first()).containsText("Event 1 was changed.");
    practice.checkOfLog(0);
    office.open(CHECKS);
    assertThat(page.locator("ul.rows > li").first()).containsText("all is as it was sealed");
    assertThat(practice.count("select count(*) from audit_event where code = 'AUDIT_CHECK_ASKED'"))
        .isPositive();
  }
}
