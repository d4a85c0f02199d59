package health.trellis.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import health.trellis.testkit.Stage;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A session that ends, by time or by a cookie that is gone, loses nothing that was typed. */
class SessionJourney extends Journey {

  @Test
  void an_answer_given_after_the_session_ended_is_kept_and_saved_after_signing_in_again() {
    String assignment = practice.giveToClient();
    Device phone =
        devices.take(Device.Kind.PHONE).signIn("client", AnswerScreen.address(assignment));
    AnswerScreen screen = AnswerScreen.on(phone.page());
    screen.begin();
    List<String> items = screen.items();
    screen.answer(items.get(0), 2);
    screen.awaitSaved();

    phone.context().clearCookies();
    screen.answer(items.get(1), 4);
    assertThat(phone.page().locator("[data-signed-out]")).isVisible();
    assertThat(practice.answersTo(assignment, items.get(1))).isEmpty();

    Page again =
        phone.context().waitForPage(() -> phone.page().locator("[data-signed-out] a").click());
    SignInScreen.on(again).signIn("client", Stage.get().passwordOf("client"));
    again.waitForURL("**/portal/home.xhtml");
    phone.page().bringToFront();
    phone.page().evaluate("dispatchEvent(new Event('focus'))");
    screen.awaitSaved();
    assertThat(practice.answersTo(assignment, items.get(1))).containsExactly("4");
  }

  @Test
  void the_inventory_is_answered_by_the_keyboard_alone() {
    String assignment = practice.giveToClient();
    Device computer =
        devices.take(Device.Kind.COMPUTER).signIn("client", AnswerScreen.address(assignment));
    AnswerScreen screen = AnswerScreen.on(computer.page());
    computer.page().keyboard().press("Enter");
    assertThat(screen.question()).isVisible();
    Locator forward = computer.page().locator("[data-steps] [data-go=next]");
    for (String item : screen.items()) {
      if (screen.question(item).isHidden()) {
        assertThat(forward).isFocused();
        computer.page().keyboard().press("Enter");
      }
      assertThat(screen.question(item).locator("input:focus")).hasCount(1);
      computer.page().keyboard().press("3");
      assertThat(screen.question(item).locator("input:checked")).hasCount(1);
    }
    assertThat(forward).isFocused();
    computer.page().keyboard().press("Enter");
    assertThat(screen.review()).isVisible();
    computer.page().locator("[data-go=submit]").focus();
    computer.page().keyboard().press("Enter");
    computer.page().waitForURL("**/portal/inventory/thanks.xhtml*");
  }
}
