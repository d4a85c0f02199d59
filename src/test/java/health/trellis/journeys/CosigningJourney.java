package health.trellis.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import health.trellis.testkit.Stage;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A trainee's note: signed, sent back, signed again, cosigned. */
class CosigningJourney extends Journey {
  @Test
  void what_a_trainee_signed_is_sent_back_changed_signed_again_and_cosigned() {
    String client = practice.clientOf("therapist");
    Device office = devices.take(Device.Kind.COMPUTER).signIn("therapist", "/therapist/desk.xhtml");
    NoteScreen screen = NoteScreen.begin(office, client, "FREE");
    String note = screen.note();
    screen.write("text", "too short");
    screen.awaitSaved();
    sign(screen, office.page());
    assertThat(office.page().locator(".states")).containsText("waits to be cosigned");

    Device study = devices.take(Device.Kind.COMPUTER).signIn("supervisor", "/therapist/desk.xhtml");
    Page review = study.page();
    inQueue(review, note).click();
    assertThat(review.locator(".note-text").first()).containsText("too short");
    assertThat(new Inspection(review, AccessibilityJourney.LEAST).faults("a note to cosign"))
        .isEmpty();
    review.locator("#back").click();
    assertThat(review.locator("#remark-message")).not().isEmpty();
    String remark = "What did the client feel? <b>" + UUID.randomUUID();
    review.locator("#remark").fill(remark);
    review.locator("#back").click();
    assertThat(review.locator("[role=status]").first()).containsText("Sent back");
    assertThat(inQueue(review, note)).hasCount(0);

    office.open(NoteScreen.address(client, note));
    assertThat(office.page().locator("main")).containsText(remark);
    screen.write("text", "afraid, then relieved");
    screen.awaitSaved();
    sign(screen, office.page());

    study.open("/therapist/desk.xhtml");
    inQueue(review, note).click();
    assertThat(review.locator("main")).containsText(remark);
    assertThat(review.locator("#cosign")).hasCount(0);
    review.locator("#confirm").click();
    review.locator("#password").fill(Stage.get().passwordOf("supervisor"));
    review.locator("[type=submit]").click();
    review.waitForURL("**/therapist/notes/cosign.xhtml*");
    review.locator("#cosign").click();
    review.waitForURL("**/therapist/desk.xhtml*");
    assertThat(inQueue(review, note)).hasCount(0);

    office.page().reload();
    assertThat(office.page().locator(".states")).containsText(Pattern.compile("cosigned .* by"));
    assertThat(
            practice.count(
                "select count(*) from audit_event where entity_id = ?::uuid and code = 'NOTE_COSIGNED'",
                note))
        .isEqualTo(1);
  }

  @Test
  void others_find_no_note_to_cosign() {
    String client = practice.clientOf("therapist");
    Device office = devices.take(Device.Kind.COMPUTER).signIn("therapist", "/therapist/desk.xhtml");
    NoteScreen screen = NoteScreen.begin(office, client, "FREE");
    screen.write("text", "what was said");
    screen.awaitSaved();
    String page = NoteScreen.address(client, screen.note()).replace("write", "cosign");
    sign(screen, office.page());
    assertThat(office.open(page)).isEqualTo(200);
    assertThat(office.page().locator("#cosign, #confirm, #back")).hasCount(0);
    for (String who : new String[] {"colleague", "admin", "client"}) {
      Device other = devices.take(Device.Kind.COMPUTER).signIn(who, "/");
      assertThat(other.open(page)).as(who).isEqualTo(404);
    }
  }

  private static void sign(NoteScreen screen, Page page) {
    screen.goToSign();
    screen.confirm(Stage.get().passwordOf("therapist"));
    page.locator("#sign").click();
    page.waitForURL("**/therapist/notes/read.xhtml*");
  }

  private static Locator inQueue(Page desk, String note) {
    return desk.locator("[aria-labelledby=to-cosign] a[href*='" + note + "']");
  }
}
