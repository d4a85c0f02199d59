package health.trellis.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Somebody who answers faster than the page goes on by itself is never moved back, never skips a
 * question and never answers another one than the one meant. The browser's clock stands still but
 * for the time each step takes.
 */
class FastAnswersJourney extends Journey {

  /** Shorter than an answer is seen before the next question comes. */
  private static final int AT_ONCE = 100;

  /** Longer than that, and shorter than two such times. */
  private static final int IN_TIME = 150;

  private static final int AFTER_ALL = 1_000;

  @Test
  void a_click_elsewhere_is_not_followed_by_a_jump_back() {
    AnswerScreen screen = begin(Device.Kind.COMPUTER);
    List<String> items = screen.items();
    press(screen, "2", AT_ONCE);
    row(screen, items.get(2), 3).click();
    pass(screen, IN_TIME);
    assertThat(focused(screen, items.get(2))).hasCount(1);
    pass(screen, AFTER_ALL);
    assertThat(focused(screen, items.get(3))).hasCount(1);
    assertThat(screen.question(items.get(1)).locator("input:checked")).hasCount(0);
  }

  @Test
  void keys_typed_ahead_answer_one_question_each() {
    AnswerScreen screen = begin(Device.Kind.COMPUTER);
    List<String> items = screen.items();
    press(screen, "2", AT_ONCE);
    press(screen, "4", AT_ONCE);
    press(screen, "5", AFTER_ALL);
    assertThat(chosen(screen, items.get(0), 1)).isChecked();
    assertThat(chosen(screen, items.get(1), 3)).isChecked();
    assertThat(chosen(screen, items.get(2), 4)).isChecked();
    assertThat(focused(screen, items.get(3))).hasCount(1);
  }

  @Test
  void a_person_who_goes_on_by_hand_stays_where_that_led() {
    AnswerScreen screen = begin(Device.Kind.COMPUTER);
    press(screen, "2", AT_ONCE);
    press(screen, "Enter", 0);
    press(screen, "Enter", AFTER_ALL);
    assertThat(focused(screen, screen.items().get(2))).hasCount(1);
  }

  @Test
  void an_answer_that_is_changed_by_an_arrow_is_not_left() {
    AnswerScreen screen = begin(Device.Kind.COMPUTER);
    String item = screen.items().get(0);
    press(screen, "2", AT_ONCE);
    press(screen, "ArrowDown", AFTER_ALL);
    assertThat(chosen(screen, item, 2)).isChecked();
    assertThat(focused(screen, item)).hasCount(1);
  }

  @Test
  void a_key_that_is_held_down_answers_one_question() {
    AnswerScreen screen = begin(Device.Kind.COMPUTER);
    List<String> items = screen.items();
    screen.page().keyboard().down("3");
    pass(screen, AFTER_ALL);
    screen.page().keyboard().down("3");
    screen.page().keyboard().up("3");
    assertThat(focused(screen, items.get(1))).hasCount(1);
    assertThat(screen.question(items.get(1)).locator("input:checked")).hasCount(0);
  }

  @Test
  void a_second_tap_does_not_answer_or_skip_the_question_that_just_came() {
    AnswerScreen screen = begin(Device.Kind.PHONE);
    List<String> items = screen.items();
    BoundingBox answer = row(screen, items.get(0), 3).boundingBox();
    BoundingBox next = screen.page().locator("[data-steps] [data-go=next]").boundingBox();
    tap(screen, answer);
    pass(screen, AT_ONCE);
    tap(screen, answer);
    pass(screen, 220);
    assertThat(screen.question(items.get(1))).isVisible();
    tap(screen, answer);
    tap(screen, next);
    press(screen, "3", 0);
    press(screen, "Enter", AFTER_ALL);
    assertThat(screen.question(items.get(1))).isVisible();
    assertThat(screen.question(items.get(1)).locator("input:checked")).hasCount(0);
    tap(screen, answer);
    pass(screen, AFTER_ALL);
    assertThat(screen.question(items.get(2))).isVisible();
  }

  @Test
  void going_on_by_hand_after_an_answer_skips_no_question() {
    AnswerScreen screen = begin(Device.Kind.PHONE);
    List<String> items = screen.items();
    row(screen, items.get(0), 3).click();
    pass(screen, AT_ONCE);
    screen.page().locator("[data-steps] [data-go=next]").click();
    pass(screen, AFTER_ALL);
    assertThat(screen.question(items.get(1))).isVisible();
  }

  private AnswerScreen begin(Device.Kind kind) {
    Device device = devices.take(kind).signIn("client", "/portal/home.xhtml");
    device.page().clock().install();
    AnswerScreen screen = AnswerScreen.of(device, practice.giveToClient());
    screen.begin();
    assertThat(screen.question()).isVisible();
    long now = ((Number) device.page().evaluate("Date.now()")).longValue();
    device.page().clock().pauseAt(now + AFTER_ALL);
    return screen;
  }

  private static void press(AnswerScreen screen, String key, int passing) {
    screen.page().keyboard().press(key);
    pass(screen, passing);
  }

  private static void tap(AnswerScreen screen, BoundingBox box) {
    screen.page().mouse().click(box.x + box.width / 2, box.y + box.height / 2);
  }

  /** Lets time pass in the browser. */
  private static void pass(AnswerScreen screen, int milliseconds) {
    Page page = screen.page();
    page.clock().runFor(milliseconds);
  }

  private static Locator row(AnswerScreen screen, String item, int value) {
    return screen.question(item).locator("label.row:has(input[value='" + value + "'])");
  }

  private static Locator chosen(AnswerScreen screen, String item, int value) {
    return screen.question(item).locator("input[value='" + value + "']");
  }

  private static Locator focused(AnswerScreen screen, String item) {
    return screen.question(item).locator("input:focus");
  }
}
