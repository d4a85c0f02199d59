package health.trellis.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import health.trellis.launch.Backstage;
import health.trellis.testkit.Stage;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The mails that somebody gets who was invited, and what one does with them. */
record Inbox(String address) {
  private static final Pattern LINK = Pattern.compile("https?://\\S+/action-token\\?\\S+");

  /** How many there are. */
  int size() {
    return backstage().mailsTo(address).size();
  }

  /** The mail of this number, from 1, once it is there. */
  String mail(int number) {
    for (int n = 0; size() < number; n++) {
      assertThat(n).as("tries until a mail is there").isLessThan(100);
      try {
        Thread.sleep(200);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
    return backstage().mailsTo(address).get(number - 1);
  }

  /** The one link in the mail of this number. */
  String link(int number) {
    String mail = mail(number);
    Matcher link = LINK.matcher(mail);
    assertThat(link.find()).as(mail).isTrue();
    return link.group();
  }

  /**
   * Follows the link of a mail and chooses a password.
   *
   * @return the password
   */
  String choosePassword(Device device, int number) {
    String password = "Quiet-" + UUID.randomUUID();
    Page page = device.page();
    page.navigate(link(number));
    page.locator("#kc-info-message a").first().click();
    page.locator("#password-new").fill(password);
    page.locator("#password-confirm").fill(password);
    page.locator("[type=submit]").first().click();
    assertThat(page.locator("#kc-info-message, #kc-page-title").first()).isVisible();
    return password;
  }

  private static Backstage backstage() {
    return Stage.get().backstage();
  }
}
