package health.trellis.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A clinic's administrator registers a client and says who treats them. */
class AdministrationJourney extends Journey {
  private static final String CLIENT_AT = "select count(*) from client where name = ?";

  @Test
  void a_registered_client_appears_on_the_caseload_of_the_therapist_who_is_assigned() {
    String name = "Ida " + UUID.randomUUID();
    Device office =
        devices.take(Device.Kind.COMPUTER).signIn("admin", "/admin/clients/register.xhtml");
    Page page = office.page();
    page.locator("#name").fill(name);
    page.locator("#birthDate").fill("1990-05-17");
    page.locator("#save").dblclick();
    page.waitForURL("**/admin/clients/caseload.xhtml*");
    assertThat(practice.count(CLIENT_AT, name)).isEqualTo(1);
    assertThat(page.locator(".empty")).isVisible();

    page.locator("#therapist").selectOption(new SelectOption().setLabel("Hanna Brandt"));
    page.locator("#assign").click();
    Locator treating = page.locator("section ul.rows li");
    assertThat(treating).hasCount(1);
    Device desk =
        devices.take(Device.Kind.COMPUTER).signIn("therapist", "/therapist/caseload.xhtml");
    assertThat(desk.page().getByText(name)).isVisible();
    AssignScreen.of(desk, practice.one("select id from client where name = ?", name));
    assertThat(desk.page().locator("#no-portal")).isVisible();

    treating.locator("[type=submit]").click();
    assertThat(treating).hasCount(0);
    desk.open("/therapist/caseload.xhtml");
    assertThat(desk.page().getByText(name)).hasCount(0);
  }

  @Test
  void what_cannot_be_registered_is_told_beside_its_field_and_nothing_typed_is_lost() {
    String name = "Ida " + UUID.randomUUID();
    Device office =
        devices.take(Device.Kind.COMPUTER).signIn("admin", "/admin/clients/register.xhtml");
    Page page = office.page();
    page.locator("#birthDate").fill("1899-12-31");
    page.locator("#email").fill("no address");
    page.locator("#phone").fill("no number");
    page.locator("#language").selectOption("de");
    page.locator("#save").click();
    for (String field : List.of("name", "birthDate", "email", "phone")) {
      assertThat(page.locator("#" + field + "-message")).not().isEmpty();
    }
    assertThat(page.locator("#name")).isFocused();
    assertThat(page.locator("#birthDate")).hasValue("1899-12-31");
    assertThat(page.locator("#email")).hasValue("no address");
    assertThat(page.locator("#phone")).hasValue("no number");
    assertThat(page.locator("#language")).hasValue("de");
    assertThat(page).hasURL(Pattern.compile(".*/admin/clients/register.xhtml"));

    page.locator("#name").fill(name);
    page.locator("#birthDate").fill("2999-01-01");
    page.locator("#email").fill("ida@example.org");
    page.locator("#phone").fill("");
    page.locator("#save").click();
    assertThat(page.locator("#birthDate-message")).not().isEmpty();
    assertThat(practice.count(CLIENT_AT, name)).isZero();
  }

  @Test
  void a_client_is_registered_without_scripts_as_well() {
    String name = "Ida " + UUID.randomUUID();
    Device plain = devices.take(Device.Kind.COMPUTER, Device.Options.WITHOUT_SCRIPTS);
    Page page = plain.signIn("admin", "/admin/clients/register.xhtml").page();
    page.locator("#save").click();
    assertThat(page.locator("#name-message")).not().isEmpty();
    page.locator("#name").fill(name);
    page.locator("#save").click();
    page.waitForURL("**/admin/clients/caseload.xhtml*");
    assertThat(practice.count(CLIENT_AT, name)).isEqualTo(1);
  }

  @Test
  void a_name_with_signs_of_a_script_is_shown_as_it_is_written() {
    String name = "<script>alert('" + UUID.randomUUID() + "')</script> \u05d0\u05d1 \uD83C\uDF31";
    Device office =
        devices.take(Device.Kind.COMPUTER).signIn("admin", "/admin/clients/register.xhtml");
    office.page().locator("#name").fill(name);
    office.page().locator("#save").click();
    assertThat(office.page().locator("main")).containsText(name);
  }
}
