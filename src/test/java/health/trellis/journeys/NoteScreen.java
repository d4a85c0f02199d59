package health.trellis.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a therapist writes a note. */
record NoteScreen(Page page) {
  private static final Pattern NOTE = Pattern.compile("[?&]note=([0-9a-f-]{36})");

  static NoteScreen on(Page page) {
    return new NoteScreen(page);
  }

  static String address(String client, String note) {
    return "/therapist/notes/write.xhtml?client=" + client + "&note=" + note;
  }

  /** Writes a session of this morning down and goes on to its note. */
  static NoteScreen begin(Device device, String client, String template) {
    device.open("/therapist/notes/begin.xhtml?client=" + client);
    Page page = device.page();
    page.locator("#template").selectOption(template);
    page.locator("#go").click();
    page.waitForURL("**/therapist/notes/write.xhtml*");
    return new NoteScreen(page);
  }

  String note() {
    Matcher found = NOTE.matcher(page.url());
    if (!found.find()) {
      throw new IllegalStateException("no note in " + page.url());
    }
    return found.group(1);
  }

  Locator section(String code) {
    return page.locator("textarea[data-section=" + code + "]");
  }

  void write(String code, String text) {
    section(code).fill(text);
  }

  void awaitSaved() {
    assertThat(page.locator("[data-saved][data-state=saved]")).isVisible();
  }

  void goToSign() {
    page.locator("[data-sign]").click();
    page.waitForURL("**/therapist/notes/sign.xhtml*");
  }

  /** Gives the password again, at the identity provider. */
  void confirm(String password) {
    page.locator("#confirm").click();
    page.locator("#password").fill(password);
    page.locator("[type=submit]").click();
    page.waitForURL("**/therapist/notes/sign.xhtml*");
  }
}
