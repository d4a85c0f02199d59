package health.trellis.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import health.trellis.launch.Backstage;
import health.trellis.testkit.Stage;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Keycloak is shut down in the middle of a note and comes back. It stays away for some seconds, or
 * for as many minutes as {@code -Dkeycloak.away=10} says.
 */
class KeycloakAwayJourney extends Journey {
  private static final Duration AWAY =
      Integer.getInteger("keycloak.away") == null
          ? Duration.ofSeconds(10)
          : Duration.ofMinutes(Integer.getInteger("keycloak.away"));
  private static final String TEXT =
      "select sections ->> 'text' from session_note where id = ?::uuid";
  private static final String SIGNED =
      "select count(*) from session_note where id = ?::uuid and signed_at is not null";

  private final Backstage backstage = Stage.get().backstage();
  private boolean away;

  @AfterEach
  void bringBack() {
    if (away) {
      backstage.startKeycloak();
    }
  }

  @Test
  @Timeout(value = 20, unit = TimeUnit.MINUTES) // ten of them away, in the long form
  void a_note_goes_on_while_keycloak_is_away_nothing_opens_and_it_is_signed_when_it_is_back() {
    String client = practice.clientOf("therapist");
    String leaver = "leaver" + UUID.randomUUID().toString().substring(0, 8);
    String sub = practice.letIn(leaver, true);
    practice.giveRole(sub, "THERAPIST");
    Device leaving = devices.take(Device.Kind.COMPUTER);
    leaving.page().navigate("/therapist/desk.xhtml");
    SignInScreen.on(leaving.page()).signIn(leaver, backstage.passwordOf(leaver));
    leaving.page().waitForURL("**/therapist/desk.xhtml");
    Device office = devices.take(Device.Kind.COMPUTER).signIn("therapist", "/therapist/desk.xhtml");
    NoteScreen note = NoteScreen.begin(office, client, "FREE");
    note.write("text", "Begun while all was well.");
    note.awaitSaved();
    String id = note.note();

    away = true;
    backstage.stopKeycloak();
    String typed = typeOn(note, "Begun while all was well.");
    assertThat(practice.one(TEXT, id)).isEqualTo(typed);
    assertThat(office.open("/therapist/caseload.xhtml")).isEqualTo(200);
    office.open(NoteScreen.address(client, id));
    assertThat(note.section("text")).hasValue(typed);

    note.goToSign();
    office.page().locator("#confirm").click();
    toldPlainly(office.page());
    assertThat(practice.count(SIGNED, id)).isZero();
    assertThat(practice.one(TEXT, id)).isEqualTo(typed);

    nobodyGetsIn();
    practice.disable(sub);
    leaving.page().waitForTimeout(2_500);
    assertThat(leaving.open("/therapist/desk.xhtml")).as("whose access was ended").isEqualTo(404);

    backstage.startKeycloak();
    away = false;
    office.open("/therapist/notes/sign.xhtml?client=" + client + "&note=" + id);
    note.confirm(Stage.get().passwordOf("therapist"));
    office.await(() -> office.page().locator("#sign").click());
    assertThat(practice.count(SIGNED, id)).isEqualTo(1);
    signInsAreSeenAgain();
  }

  @Test
  void who_signs_out_while_it_is_away_is_out_and_is_told_so() {
    Device office = devices.take(Device.Kind.COMPUTER).signIn("colleague", "/therapist/desk.xhtml");
    away = true;
    backstage.stopKeycloak();
    office.page().locator("details.me summary").click();
    office.page().locator("details.me form[action='/sign-out'] button").click();
    office.page().waitForURL("**/signed-out.xhtml*");
    office.page().navigate("/therapist/desk.xhtml");
    toldPlainly(office.page());
    backstage.startKeycloak();
    away = false;
    office.page().navigate("/therapist/desk.xhtml");
    assertThat(SignInScreen.on(office.page()).page().locator("#password")).isVisible();
  }

  /** Types a little every few seconds for as long as it is away, and has each of it saved. */
  private static String typeOn(NoteScreen note, String begun) {
    StringBuilder text = new StringBuilder(begun);
    long end = System.nanoTime() + AWAY.toNanos();
    for (int n = 1; System.nanoTime() < end; n++) {
      text.append(" Line ").append(n).append('.');
      note.write("text", text.toString());
      note.page().waitForTimeout(3_500);
      note.awaitSaved();
    }
    return text.toString();
  }

  private void nobodyGetsIn() {
    Page page = devices.take(Device.Kind.PHONE).page();
    for (String address : new String[] {"/", "/therapist/desk.xhtml", "/portal/home.xhtml"}) {
      page.navigate(address);
      toldPlainly(page);
    }
  }

  private static void toldPlainly(Page page) {
    assertThat(page.locator("h1")).hasText("The sign-in service does not answer");
    assertThat(page.locator("main")).not().containsText("Exception");
    assertThat(page.url()).startsWith(Stage.get().address().toString());
  }

  /** What Keycloak sees comes into the log again, without anybody's doing. */
  private void signInsAreSeenAgain() {
    String seen =
        "select count(*) from audit_provider_event where taken_at > now() - interval '20 s'";
    Page page = devices.take(Device.Kind.COMPUTER).page();
    page.navigate("/portal/home.xhtml");
    SignInScreen.on(page).signIn("nobody" + UUID.randomUUID(), "x");
    for (int n = 0; n < 100 && practice.count(seen) == 0; n++) {
      page.waitForTimeout(200);
    }
    assertThat(practice.count(seen)).isPositive();
  }
}
