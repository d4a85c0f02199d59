package health.trellis.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;

/** The questionnaire: what it is, one question after the other, the blanks, sending. */
record AnswerScreen(Page page) {

  static AnswerScreen of(Device device, String assignment) {
    device.open(address(assignment));
    return on(device.page());
  }

  static AnswerScreen on(Page page) {
    assertThat(page.locator(".asking")).isVisible();
    return new AnswerScreen(page);
  }

  static String address(String assignment) {
    return "/portal/inventory/answer.xhtml?assignment=" + assignment;
  }

  void begin() {
    page.locator("[data-screen=intro] [data-go=next]").click();
  }

  List<String> items() {
    return page.locator("fieldset[data-item]").all().stream()
        .map(item -> item.getAttribute("data-item"))
        .toList();
  }

  /** The question that is shown, where one is shown at a time. */
  Locator question() {
    return page.locator("fieldset[data-item]:visible").first();
  }

  Locator question(String item) {
    return page.locator("fieldset[data-item='" + item + "']");
  }

  /** Answers the question and waits for the next screen. */
  void answer(String item, int value) {
    assertThat(question(item)).isVisible();
    question(item).locator("label.row:has(input[value='" + value + "'])").click();
    assertThat(question(item)).isHidden();
    awaitSettled();
  }

  /** Waits until the question that just came takes a press. */
  void awaitSettled() {
    assertThat(page.locator(".asking[data-settling]")).hasCount(0);
  }

  void awaitSaved() {
    assertThat(saved()).hasAttribute("data-state", "saved");
  }

  Locator saved() {
    return page.locator("[data-saved]");
  }

  Locator review() {
    return page.locator("[data-screen=review]");
  }

  void submit() {
    assertThat(review()).isVisible();
    page.locator("[data-go=submit]").click();
    page.waitForURL("**/portal/inventory/thanks.xhtml*");
  }
}
