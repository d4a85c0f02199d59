package health.trellis.journeys;

import com.microsoft.playwright.Page;
import health.trellis.testkit.Stage;
import java.time.Instant;
import java.util.List;

/** Keycloak's own page. */
record SignInScreen(Page page) {
  /** A second factor: what an app for codes knows, and the recovery codes. */
  record Factors(String secret, List<String> codes) {}

  static SignInScreen on(Page page) {
    page.waitForURL(url -> url.startsWith(Stage.get().keycloak().toString()));
    return new SignInScreen(page);
  }

  void signIn(String userName, String password) {
    page.locator("#username").fill(userName);
    page.locator("#password").fill(password);
    page.locator("#kc-login").click();
  }

  /** Sets up a second factor, as staff are asked to at the first sign-in. */
  Factors setUpSecondFactor() {
    String secret = page.locator("#totpSecret").getAttribute("value");
    page.locator("#totp").fill(OneTimeCode.of(secret, Instant.now()).text());
    page.locator("#userLabel").fill("Phone");
    page.locator("#saveTOTPBtn").click();
    page.locator("#kc-recovery-codes-list li").first().waitFor();
    List<String> codes =
        page.locator("#kc-recovery-codes-list li").allInnerTexts().stream()
            .map(each -> each.replaceFirst("^.*:", "").replaceAll("[^A-Za-z0-9]", ""))
            .toList();
    page.locator("#kcRecoveryCodesConfirmationCheck").check();
    page.locator("#saveRecoveryAuthnCodesBtn").click();
    return new Factors(secret, codes);
  }
}
