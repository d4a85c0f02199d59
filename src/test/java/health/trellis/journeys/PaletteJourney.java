package health.trellis.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Ctrl-K finds a client, a place or an act from anywhere, and no address holds a name. */
class PaletteJourney extends Journey {

  private static final Pattern SEARCHED = Pattern.compile(".*\\?q=[0-9a-f-]{36}");

  @Test
  void a_place_is_found_by_keys_from_any_page() {
    Device device = office("therapist");
    device.open("/therapist/clients/overview.xhtml?client=" + practice.clientOf("therapist"));
    Page page = device.page();
    page.keyboard().press("Control+k");
    assertThat(palette(page)).isVisible();
    assertThat(text(page)).isFocused();
    page.keyboard().type("case");
    assertThat(chosen(page)).hasText("Caseload");
    assertThat(text(page)).hasAttribute("aria-activedescendant", chosen(page).getAttribute("id"));
    page.keyboard().press("Enter");
    page.waitForURL("**/therapist/caseload.xhtml");
  }

  @Test
  void a_client_is_found_by_the_beginning_of_a_name_that_stands_in_no_address() {
    Device device = office("therapist");
    Page page = device.page();
    String client = practice.clientOf("therapist");
    String name = practice.one("select name from client where id = ?::uuid", client);
    List<String> addresses = new ArrayList<>();
    page.onRequest(request -> addresses.add(request.url()));
    page.keyboard().press("Control+k");
    page.keyboard().type(name.substring(0, 4));
    assertThat(chosen(page)).containsText(name.substring(0, 4));
    page.keyboard().press("Enter");
    page.waitForURL(SEARCHED);
    assertThat(page.locator("tbody a[href$='client=" + client + "']")).isVisible();
    assertThat(addresses).noneMatch(address -> address.contains(name.substring(0, 4)));
  }

  @Test
  void one_letter_is_a_name_and_not_a_place() {
    Page page = office("therapist").page();
    page.keyboard().press("Control+k");
    page.keyboard().type("d");
    assertThat(palette(page).locator("[role=option]:visible").first()).hasText("Desk");
    page.keyboard().press("Enter");
    page.waitForURL(SEARCHED);
  }

  @Test
  void the_arrows_go_round_and_escape_gives_the_focus_back() {
    Page page = office("therapist").page();
    page.locator(".find").focus();
    page.keyboard().press("Enter");
    page.keyboard().press("ArrowUp");
    assertThat(chosen(page)).hasText("Sign out");
    page.keyboard().press("ArrowDown");
    assertThat(chosen(page)).hasText("Desk");
    page.keyboard().press("Escape");
    assertThat(palette(page)).isHidden();
    assertThat(page.locator(".find")).isFocused();
  }

  @Test
  void an_act_is_done_from_there() {
    Page page = office("therapist").page();
    page.keyboard().press("Control+k");
    page.keyboard().type("dark");
    page.keyboard().press("ArrowDown");
    page.keyboard().press("Enter");
    assertThat(palette(page)).isHidden();
    assertThat(page.locator("html")).hasAttribute("data-theme", "dark");
    page.keyboard().press("Control+k");
    page.keyboard().type("sign");
    page.keyboard().press("ArrowDown");
    page.keyboard().press("Enter");
    page.waitForURL("**/signed-out.xhtml*");
  }

  @Test
  void an_administrator_has_other_places() {
    Page page = office("admin").page();
    page.keyboard().press("Control+k");
    page.keyboard().type("register");
    page.keyboard().press("Enter");
    page.waitForURL("**/admin/clients/register.xhtml");
  }

  @Test
  void on_a_phone_it_opens_by_a_button_and_closes_by_one() {
    Device device = devices.take(Device.Kind.PHONE).signIn("therapist", "/therapist/desk.xhtml");
    Page page = device.page();
    page.locator(".find").click();
    assertThat(text(page)).isFocused();
    palette(page).locator("[data-close]").click();
    assertThat(palette(page)).isHidden();
    page.locator(".find").click();
    palette(page).locator("[role=option]:has-text('Caseload')").click();
    page.waitForURL("**/therapist/caseload.xhtml");
  }

  @Test
  void it_is_sound_in_both_themes_and_at_every_size() {
    Page page = office("therapist").page();
    page.keyboard().press("Control+k");
    page.keyboard().type("d");
    assertThat(new Inspection(page, 44).faults("the palette")).isEmpty();
  }

  private Device office(String userName) {
    Device device = devices.take(Device.Kind.COMPUTER).signIn(userName, "/");
    device.page().waitForURL(Pattern.compile(".*\\.xhtml"));
    return device;
  }

  private static Locator palette(Page page) {
    return page.locator("#palette");
  }

  private static Locator text(Page page) {
    return palette(page).locator("[role=combobox]");
  }

  private static Locator chosen(Page page) {
    return palette(page).locator("[role=option][aria-selected=true]");
  }
}
