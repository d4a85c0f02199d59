package health.trellis.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import health.trellis.testkit.Pages;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is not yours and what is not there get the same answer. */
class BoundaryJourney extends Journey {

  private static final String NOBODY = "00000000-0000-7000-8000-000000000000";

  @Test
  void another_therapist_finds_no_such_client() {
    String client = practice.clientOf("therapist");
    String result = practice.submittedOf(client);
    Device device = devices.take(Device.Kind.COMPUTER).signIn("colleague", "/therapist/desk.xhtml");
    assertThat(device.open("/therapist/clients/overview.xhtml?client=" + client)).isEqualTo(404);
    String refused = device.page().locator("body").innerText();
    assertThat(device.open("/therapist/inventory/assign.xhtml?client=" + client)).isEqualTo(404);
    assertThat(
            device.open(
                "/therapist/inventory/result.xhtml?client=" + client + "&assignment=" + result))
        .isEqualTo(404);
    assertThat(device.open("/therapist/clients/overview.xhtml?client=" + NOBODY)).isEqualTo(404);
    assertThat(device.page().locator("body").innerText()).isEqualTo(refused);
  }

  @Test
  void a_result_is_not_found_under_another_client_of_the_same_therapist() {
    String client = practice.clientOf("therapist");
    String other = practice.ownRecordOfClient();
    Device device = devices.take(Device.Kind.COMPUTER).signIn("therapist", "/therapist/desk.xhtml");
    assertThat(
            device.open(
                "/therapist/inventory/result.xhtml?client="
                    + other
                    + "&assignment="
                    + practice.submittedOf(client)))
        .isEqualTo(404);
  }

  @Test
  void a_client_finds_no_page_of_therapists_or_administrators() {
    List<String> pages = Pages.below("therapist", "admin");
    assertThat(pages).hasSizeGreaterThan(5);
    String own = practice.ownRecordOfClient();
    Device device = devices.take(Device.Kind.PHONE).signIn("client", "/portal/home.xhtml");
    assertThat(pages)
        .allSatisfy(
            page -> assertThat(device.open(page + "?client=" + own)).as(page).isEqualTo(404));
  }

  @Test
  void a_therapist_finds_no_page_of_clients_or_administrators() {
    Device device = devices.take(Device.Kind.COMPUTER).signIn("therapist", "/therapist/desk.xhtml");
    assertThat(Pages.below("portal", "admin"))
        .allSatisfy(page -> assertThat(device.open(page)).as(page).isEqualTo(404));
  }

  @Test
  void a_client_cannot_open_the_questions_of_another() {
    String open =
        practice.one(
            "select id from assignment where client_id <> ?::uuid and submitted_at is null and withdrawn_at is null limit 1",
            practice.ownRecordOfClient());
    Device device = devices.take(Device.Kind.PHONE).signIn("client", "/portal/home.xhtml");
    assertThat(device.open(AnswerScreen.address(open))).isEqualTo(404);
  }
}
