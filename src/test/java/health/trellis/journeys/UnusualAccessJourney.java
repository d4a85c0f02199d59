package health.trellis.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

/** An administrator is shown what is worth a look, and finds it in the log. */
class UnusualAccessJourney extends Journey {

  @Test
  void an_administrator_follows_a_line_to_the_acts_behind_it() {
    String person = practice.stranger("Vera Viel");
    practice.opens(person, "CLIENT_OPENED", 6, "11:00", 21, "1 minute");
    Device office = devices.take(Device.Kind.COMPUTER).signIn("admin", "/admin/audit/list.xhtml");
    Page page = office.page();
    page.locator("main a[href='/admin/audit/unusual.xhtml']").click();
    page.waitForURL("**/admin/audit/unusual.xhtml");
    Locator line =
        page.locator("#unusual > li", new Page.LocatorOptions().setHasText("Vera Viel")).first();
    assertThat(line).containsText("21 clients within an hour");
    office.await(() -> line.locator("a").click());
    assertThat(page.url()).contains("person=" + person);
    assertThat(page.locator("#acts tbody tr")).hasCount(21);
    assertThat(page.locator("#acts")).containsText("Opened the record");
    assertThat(page.locator("main")).not().containsText("???");
  }
}
