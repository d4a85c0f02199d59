package health.trellis.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import health.trellis.testkit.Stage;
import java.io.IOException;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/** A formulation: written, looked at, written anew, compared, printed. */
class FormulationJourney extends Journey {
  private static final String VERSIONS =
      "select count(*) from formulation where client_id = ?::uuid";
  private static final String SHOWN = "**/therapist/formulation/formulation.xhtml*";
  private static final String ODD =
      "<script>alert(1)</script> \u05e9\u05dc\u05d5\u05dd \uD83C\uDF31";

  @Test
  void a_formulation_is_written_looked_at_written_anew_compared_and_printed() throws IOException {
    String client = practice.clientOf("therapist");
    String belief = practice.beliefOf(client);
    Device office = devices.take(Device.Kind.COMPUTER).signIn("therapist", "/therapist/desk.xhtml");
    Page page = office.page();
    office.open("/therapist/beliefs/list.xhtml?client=" + client);
    office.await(() -> page.locator("main a[href*='/therapist/formulation/']").click());
    office.await(() -> page.locator("a[href*='/formulation/edit.xhtml']").click());
    clear(office);
    String presenting = ODD + " " + UUID.randomUUID();
    page.locator("#presenting1").fill(presenting);
    page.locator("#predisposing1").fill("The father left.");
    page.locator("#predisposing1age").fill("9");
    page.locator("#predisposing1belief").selectOption(belief);
    page.locator("#protectivefrom").selectOption(belief);
    office.await(() -> page.locator("#protectivetake").click());
    assertThat(page.locator("#protective1")).hasValue("I may ask.");
    assertThat(page.locator("#protective1belief")).hasValue(belief);
    assertThat(page.locator("#presenting1")).hasValue(presenting);
    long before = practice.count(VERSIONS, client);
    page.locator("#save").dblclick();
    page.waitForURL(SHOWN);
    assertThat(practice.count(VERSIONS, client)).isEqualTo(before + 1);
    assertThat(page.locator(".presenting .written")).hasText(presenting);
    assertThat(page.locator(".predisposing")).containsText("at the age of 9");
    assertThat(page.locator(".predisposing .behind")).containsText("60 of 100");

    page.locator(".predisposing a[href*='/beliefs/belief.xhtml']").click();
    page.waitForURL("**/therapist/beliefs/belief.xhtml*" + belief + "*");
    page.goBack();
    office.await(() -> page.locator("a[href*='/formulation/edit.xhtml']").click());
    page.locator("#predisposing1").fill("The father left and did not write.");
    office.await(() -> page.locator("#protective1remove").click());
    page.locator("#perpetuating1").fill("Asks nobody.");
    page.locator("#remark").fill("What keeps it going.");
    page.locator("#save").click();
    page.waitForURL(SHOWN);
    assertThat(page.locator("main")).containsText("What keeps it going.");

    page.locator("a[href*='/formulation/compare.xhtml']").click();
    page.waitForURL("**/therapist/formulation/compare.xhtml*");
    assertThat(page.locator(".changes > li")).hasCount(3);
    assertThat(change(page, "changed")).containsText("The father left and did not write.");
    assertThat(change(page, "came")).containsText("Asks nobody.");
    assertThat(change(page, "went")).containsText("I may ask.");
    assertThat(page.locator("main")).containsText("One entry stayed as it was.");

    office.open("/therapist/formulation/formulation.xhtml?client=" + client);
    page.locator("section[aria-labelledby=versions] .rows a").nth(1).click();
    page.waitForURL(SHOWN);
    assertThat(page.locator(".notice")).containsText("Meanwhile version");
    assertThat(page.locator(".protective")).containsText("I may ask.");

    page.locator("a[href*='/formulation/print.xhtml']").click();
    page.waitForURL("**/therapist/formulation/print.xhtml*");
    assertThat(onOnePage(page)).contains("Presenting", "Protective", "I may ask.", "Version");
    office.open(
        "/therapist/formulation/print.xhtml?client=%s&version=2"
            .formatted(practice.ownRecordOfClient()));
    assertThat(onOnePage(page)).contains("Lea Sommer", "born", "Version 2", "Printed", "1 / 1");
    assertThat(
            practice.count(
                "select count(*) from audit_event where code = 'FORMULATION_PRINTED'"
                    + " and client_id = ?::uuid",
                client))
        .isPositive();
  }

  /** What the sheet says, which is one page in landscape. */
  private static String onOnePage(Page page) throws IOException {
    try (PDDocument paper =
        Loader.loadPDF(page.pdf(new Page.PdfOptions().setPreferCSSPageSize(true)))) {
      String text = new PDFTextStripper().getText(paper);
      assertThat(paper.getNumberOfPages()).as(text).isEqualTo(1);
      assertThat(paper.getPage(0).getMediaBox().getWidth())
          .isGreaterThan(paper.getPage(0).getMediaBox().getHeight());
      assertThat(text).doesNotContain("Print with the browser");
      return text;
    }
  }

  @Test
  void it_is_written_by_keys_alone() {
    String client = practice.clientOf("therapist");
    Device office = devices.take(Device.Kind.COMPUTER).signIn("therapist", "/therapist/desk.xhtml");
    Page page = office.page();
    office.open("/therapist/formulation/edit.xhtml?client=" + client);
    clear(office);
    page.locator("#predisposing1").focus();
    page.keyboard().type("The later one.");
    press(office, "predisposingadd");
    assertThat(page.locator("#predisposing2")).isFocused();
    page.keyboard().type("The earlier one.");
    press(office, "predisposing2up");
    assertThat(page.locator("#predisposing1")).isFocused();
    assertThat(page.locator("#predisposing1")).hasValue("The earlier one.");
    assertThat(page.locator("#predisposing2")).hasValue("The later one.");
    page.keyboard().press("Tab");
    assertThat(page.locator("#predisposing1age")).isFocused();
    page.keyboard().type("7");
    page.keyboard().press("Enter"); // presses nothing
    assertThat(page.locator("#predisposing2")).hasValue("The later one.");
    press(office, "predisposing2remove");
    assertThat(page.locator("#predisposing2")).hasCount(0);
    press(office, "putBack");
    assertThat(page.locator("#predisposing2")).hasValue("The later one.");
    press(office, "save");
    page.waitForURL(SHOWN);
    assertThat(page.locator(".predisposing .written").first()).hasText("The earlier one.");
    assertThat(page.locator(".predisposing .written").nth(1)).hasText("The later one.");
  }

  /** Goes on by the Tab key until that button has the focus, and presses it. */
  private static void press(Device office, String button) {
    Page page = office.page();
    Locator wanted = page.locator("#" + button);
    for (int i = 0; i < 80 && !isFocused(wanted); i++) {
      page.keyboard().press("Tab");
    }
    assertThat(wanted).isFocused();
    office.await(() -> page.keyboard().press("Enter"));
  }

  private static boolean isFocused(Locator wanted) {
    return (Boolean) wanted.evaluate("each => each === document.activeElement");
  }

  @Test
  void what_does_not_fit_is_told_beside_its_field_and_stays() {
    String client = practice.clientOf("therapist");
    Device office = devices.take(Device.Kind.COMPUTER).signIn("therapist", "/therapist/desk.xhtml");
    Page page = office.page();
    office.open("/therapist/formulation/edit.xhtml?client=" + client);
    clear(office);
    page.locator("#save").click();
    assertThat(page.locator("#trouble")).containsText("at least one entry");
    String megabyte = "x".repeat(1_000_000);
    page.locator("#presenting1").fill(megabyte);
    page.locator("#predisposing1age").fill("119");
    page.locator("#precipitating1").fill("kept");
    page.locator("#precipitating1age").fill("old");
    office.await(() -> page.locator("#save").click());
    for (String field : new String[] {"presenting1", "predisposing1", "precipitating1age"}) {
      assertThat(page.locator("#" + field + "-message")).not().isEmpty();
    }
    assertThat(page.locator("#presenting1")).hasValue(megabyte);
    assertThat(page.locator("#precipitating1age")).hasValue("old");
    String tooLong = "y".repeat(501);
    page.locator("#presenting1").fill(tooLong);
    page.locator("#presentingadd").click();
    assertThat(page.locator("#presenting2")).isVisible();
    assertThat(page.locator("#presenting1")).hasValue(tooLong);
    assertThat(page.locator("#precipitating1age")).hasValue("old");
    page.locator("#presenting1").fill(ODD);
    page.locator("#precipitating1age").fill("");
    page.locator("#predisposing1").fill("Not yet.");
    page.locator("#save").click();
    assertThat(page.locator("#predisposing1age-message")).not().isEmpty();
    assertThat(page.locator("#presenting1")).hasValue(ODD);
    for (int i = 2; i < 8; i++) {
      office.await(() -> page.locator("#presentingadd").click());
      assertThat(page.locator("#presenting" + (i + 1))).isVisible();
    }
    assertThat(page.locator("#presentingadd")).hasCount(0);
    assertThat(page.locator("section.presenting")).containsText("eight entries");

    practice.close(client, true);
    try {
      page.locator("#predisposing1age").fill("");
      page.locator("#save").click();
      assertThat(page.locator("#trouble")).containsText("This record is closed");
      assertThat(page.locator("#predisposing1")).hasValue("Not yet.");
      office.open("/therapist/formulation/formulation.xhtml?client=" + client);
      assertThat(page.locator("a[href*='/formulation/edit.xhtml']")).hasCount(0);
    } finally {
      practice.close(client, false);
    }
  }

  @Test
  void of_two_versions_at_once_the_later_one_sees_both_texts_and_loses_none() {
    String client = practice.clientOf("therapist");
    practice.formulate(client, practice.beliefOf(client));
    Device office = devices.take(Device.Kind.COMPUTER).signIn("therapist", "/therapist/desk.xhtml");
    Page one = office.page();
    String edit = "/therapist/formulation/edit.xhtml?client=" + client;
    office.open(edit);
    Page two = office.newTab();
    office.open(edit);
    one.bringToFront();
    one.locator("#perpetuating1").fill("From the first tab.");
    one.locator("#save").click();
    one.waitForURL(SHOWN);

    two.bringToFront();
    two.locator("#precipitating1").fill("From the second tab.");
    two.locator("#protectiveadd").click();
    two.locator("#protective2").fill("Written beside.");
    two.locator("#save").click();
    assertThat(two.locator("#trouble")).containsText("a newer version");
    assertThat(two.locator("#theirs")).containsText("From the first tab.");
    assertThat(two.locator("#precipitating1")).hasValue("From the second tab.");
    office.letSessionEnd();
    two.locator("#save").click();
    Page again = office.context().waitForPage(() -> two.locator("#idle [data-after] a").click());
    SignInScreen.on(again).signIn("therapist", Stage.get().passwordOf("therapist"));
    again.waitForURL("**/therapist/desk.xhtml");
    two.bringToFront();
    two.evaluate("dispatchEvent(new Event('focus'))");
    assertThat(two.locator("#idle")).isHidden();
    two.locator("#save").click();
    assertThat(two.locator("#trouble")).containsText("session had ended");
    assertThat(two.locator("#protective2")).hasValue("Written beside.");
    assertThat(two.locator("#precipitating1")).hasValue("From the second tab.");
    two.locator("#save").click();
    assertThat(two.locator("#trouble")).containsText("a newer version");
    two.locator("#keepBoth").click();
    assertThat(two.locator("#theirs")).hasCount(0);
    assertThat(two.locator("#perpetuating2")).hasValue("From the first tab.");
    assertThat(two.locator("#precipitating1")).hasValue("From the second tab.");
    two.locator("#save").click();
    two.waitForURL(SHOWN);
    assertThat(two.locator(".perpetuating")).containsText("From the first tab.");
    assertThat(two.locator(".precipitating")).containsText("From the second tab.");
    assertThat(two.locator(".protective")).containsText("Written beside.");
  }

  @Test
  void an_empty_formulation_says_what_belongs_where() {
    String client = practice.welcomeNewcomers();
    Device office = devices.take(Device.Kind.COMPUTER).signIn("colleague", "/therapist/desk.xhtml");
    Page page = office.page();
    office.open("/therapist/formulation/formulation.xhtml?client=" + client);
    assertThat(page.locator("main dl dt")).hasCount(5);
    assertThat(office.open("/therapist/formulation/print.xhtml?client=" + client)).isEqualTo(404);
    office.open("/therapist/formulation/formulation.xhtml?client=" + client);
    page.locator("a[href*='/formulation/edit.xhtml']").click();
    assertThat(page.locator("#protective1")).isVisible();
    assertThat(page.locator("#presentingfrom")).hasCount(0);
  }

  @Test
  void others_get_404_for_a_formulation_and_so_does_a_version_that_is_not_there() {
    String client = practice.clientOf("therapist");
    practice.formulate(client, practice.beliefOf(client));
    for (String who : new String[] {"colleague", "admin", "client"}) {
      Device other = devices.take(Device.Kind.COMPUTER).signIn(who, "/");
      for (String page : new String[] {"formulation", "edit", "compare", "print"}) {
        assertThat(other.open("/therapist/formulation/" + page + ".xhtml?client=" + client))
            .as(who + " " + page)
            .isEqualTo(404);
      }
    }
    Device own = devices.take(Device.Kind.COMPUTER).signIn("therapist", "/therapist/desk.xhtml");
    for (String version : new String[] {"99999", "0", "x"}) {
      assertThat(
              own.open(
                  "/therapist/formulation/formulation.xhtml?client="
                      + client
                      + "&version="
                      + version))
          .as(version)
          .isEqualTo(404);
    }
  }

  /** Takes out every entry that stands, so that each part has one blank line. */
  private static void clear(Device office) {
    Page page = office.page();
    for (String part :
        new String[] {
          "presenting", "predisposing", "precipitating", "perpetuating", "protective"
        }) {
      Locator first = page.locator("#" + part + "1");
      while (page.locator("#" + part + "2").count() > 0 || !first.inputValue().isEmpty()) {
        office.await(() -> page.locator("#" + part + "1remove").click());
      }
    }
  }

  private static Locator change(Page page, String kind) {
    return page.locator(".changes > li")
        .filter(new Locator.FilterOptions().setHas(page.locator(".state:text-is('" + kind + "')")));
  }
}
