package health.trellis.journeys;

import com.microsoft.playwright.Page;
import health.trellis.testkit.Stage;

/** Keycloak's own page. */
record SignInScreen(Page page) {

  static SignInScreen on(Page page) {
    page.waitForURL(url -> url.startsWith(Stage.get().keycloak().toString()));
    return new SignInScreen(page);
  }

  void signIn(String userName, String password) {
    page.locator("#username").fill(userName);
    page.locator("#password").fill(password);
    page.locator("#kc-login").click();
  }
}
