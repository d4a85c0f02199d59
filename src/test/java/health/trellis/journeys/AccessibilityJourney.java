package health.trellis.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import health.trellis.testkit.Pages;
import health.trellis.testkit.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every page, for people who see, hear or move otherwise: with much to show and with nothing, in
 * both themes, in narrow windows, with letters twice as large. Each page is opened once.
 */
class AccessibilityJourney extends Journey {

  private static final String NOBODY = "00000000-0000-7000-8000-000000000000";

  /** Least size of a control where fingers press it, and where WCAG 2.2 asks for it. */
  private static final int FINGER = 44;

  static final int LEAST = 24;

  /** Who finds little or nothing on the pages of a folder. */
  enum Newcomer {
    THERAPIST("newtherapist", "therapist"),
    THERAPIST_OF_A_NEW_CLIENT("colleague", "therapist"),
    CLIENT("newclient", "portal");

    private final String userName;
    private final String folder;

    Newcomer(String userName, String folder) {
      this.userName = userName;
      this.folder = folder;
    }

    /**
     * The pages of the folder; of a new client the client's own alone, since the lists are full.
     */
    private List<String> addresses(String newClient) {
      boolean full = this == THERAPIST_OF_A_NEW_CLIENT;
      String client = this == THERAPIST ? NOBODY : newClient;
      return Pages.below(folder).stream()
          .filter(page -> !full || page.split("/").length > 3)
          .map(page -> page + "?client=" + client + "&assignment=" + NOBODY)
          .toList();
    }
  }

  @ParameterizedTest
  @EnumSource(Reader.class)
  void every_page_is_sound_in_both_themes_and_at_every_size(Reader reader) {
    Device device = devices.take(Device.Kind.COMPUTER).signIn(reader.userName(), "/");
    Inspection inspection = inspection(device, reader.folder());
    List<String> found = new ArrayList<>();
    for (String address : reader.addresses(practice)) {
      assertThat(device.open(address)).as(address).isEqualTo(200);
      found.addAll(inspection.faults(address));
      if (address.contains("/answer.xhtml")) {
        found.addAll(inspectQuestions(device, inspection));
      }
    }
    assertThat(found).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Newcomer.class)
  void every_page_with_nothing_to_show_is_sound_too(Newcomer newcomer) {
    String newClient = practice.welcomeNewcomers();
    Device device = devices.take(Device.Kind.COMPUTER).signIn(newcomer.userName, "/");
    Inspection inspection = inspection(device, newcomer.folder);
    List<String> found = new ArrayList<>();
    int opened = 0;
    for (String address : newcomer.addresses(newClient)) {
      int status = device.open(address);
      assertThat(status).as(address).isIn(200, 404); // no such client, or no such inventory
      if (status == 200) {
        opened++;
        found.addAll(inspection.faults(address));
      }
    }
    assertThat(opened).isPositive();
    assertThat(found).isEmpty();
  }

  private static Inspection inspection(Device device, String folder) {
    return new Inspection(device.page(), folder.equals("portal") ? FINGER : LEAST);
  }

  @Test
  void the_pages_outside_the_folders_are_sound_too() {
    Device device = devices.take(Device.Kind.COMPUTER);
    Inspection inspection = new Inspection(device.page(), LEAST);
    List<String> found = new ArrayList<>();
    Map<String, Integer> pages =
        Map.of("/signed-out.xhtml", 200, "/nothing/here", 404, "/health/test-fault", 500);
    pages.forEach(
        (page, status) -> {
          assertThat(device.open(page)).as(page).isEqualTo(status);
          found.addAll(inspection.faults(page));
        });
    device.open("/therapist/desk.xhtml");
    SignInScreen screen = SignInScreen.on(device.page());
    found.addAll(inspection.faults("Keycloak's sign-in page"));
    screen.signIn("therapist", "not the password");
    assertThat(device.page().locator("#input-error, [id^=input-error]").first().isVisible())
        .isTrue();
    found.addAll(inspection.markup("Keycloak's sign-in page after a wrong password"));
    assertThat(found).isEmpty();
  }

  /** The questions themselves, and the page before sending. */
  private static List<String> inspectQuestions(Device device, Inspection inspection) {
    AnswerScreen screen = AnswerScreen.on(device.page());
    screen.begin();
    List<String> found = new ArrayList<>(inspection.faults("a question"));
    while (screen.review().isHidden()) {
      device.page().locator("[data-steps] [data-go=next]").click();
    }
    found.addAll(inspection.faults("before sending"));
    return found;
  }
}
