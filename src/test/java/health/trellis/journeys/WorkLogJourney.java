package health.trellis.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

/** A therapist looks up who saw a client's record, and what the own day came to. */
class WorkLogJourney extends Journey {
  private static final String LIST = "/therapist/audit/list.xhtml";

  @Test
  void a_therapist_finds_the_supervisor_who_looked_and_then_the_own_acts() {
    String client = practice.clientOf("therapist");
    String name = practice.one("select name from client where id = ?::uuid", client);
    devices
        .take(Device.Kind.COMPUTER)
        .signIn("supervisor", "/therapist/clients/overview.xhtml?client=" + client);
    Device room = devices.take(Device.Kind.COMPUTER).signIn("therapist", "/therapist/desk.xhtml");
    Page page = room.page();
    page.locator("details.me summary").click();
    page.locator("details.me a[href='" + LIST + "']").click();
    page.waitForURL("**" + LIST);
    assertThat(page.locator(".caveat")).isVisible();
    page.locator("#client").selectOption(name);
    page.locator("#whose").selectOption("OTHERS");
    room.await(() -> page.locator("#show").click());
    assertThat(page.url()).contains("client=" + client, "whose=OTHERS").doesNotContain("%20");
    assertThat(page.locator("#acts tbody tr").first()).containsText("therapist");
    assertThat(page.locator("#acts")).containsText("Opened the record");
    assertThat(page.locator("#acts")).not().containsText("You");
    page.locator("#whose").selectOption("OWN");
    room.await(() -> page.locator("#show").click());
    assertThat(page.locator("#acts tbody tr").first()).containsText("You");
    assertThat(page.locator("main")).not().containsText("???");
  }
}
