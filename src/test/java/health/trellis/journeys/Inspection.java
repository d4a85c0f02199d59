package health.trellis.journeys;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A look at the page that is open, as people see it who see, hear or move otherwise: by axe in both
 * themes, and in windows and letters of several sizes. It is opened once and turned about.
 *
 * @param least how many pixels a control measures at least
 */
record Inspection(Page page, int least) {

  private static final List<String> RULES =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

  /** What depends on a theme. */
  private static final List<String> COLOURS = List.of("color-contrast", "link-in-text-block");

  private static final String LAYOUT = script("layout.js");
  private static final String TARGETS = script("targets.js");
  private static final int USUAL_LETTERS = 16;

  /** Lets the page answer to its new window, which it does in the frame after. */
  private static final String DRAWN =
      "() => new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(drawn)))";

  /** A window, and the size of letters that its owner chose. */
  private enum Window {
    COMPUTER(1440, 900, USUAL_LETTERS),
    ZOOMED_200(720, 450, USUAL_LETTERS),
    LETTERS_200(1440, 900, 2 * USUAL_LETTERS),
    PHONE(390, 844, USUAL_LETTERS),
    PHONE_LETTERS_200(390, 844, 2 * USUAL_LETTERS),
    NARROW(320, 640, USUAL_LETTERS);

    private final int width;
    private final int height;
    private final int letters;

    Window(int width, int height, int letters) {
      this.width = width;
      this.height = height;
      this.letters = letters;
    }
  }

  /** Everything that is wrong with it; each line begins with the name. */
  List<String> faults(String name) {
    List<String> found = new ArrayList<>(markup(name));
    CDPSession tools = page.context().newCDPSession(page);
    for (Window window : Window.values()) {
      page.setViewportSize(window.width, window.height);
      letters(tools, window.letters);
      page.evaluate(DRAWN);
      told(page.evaluate(LAYOUT), name + " " + window, found);
      if (window.letters == USUAL_LETTERS) {
        told(page.evaluate(TARGETS, least), name + " " + window, found);
      }
    }
    letters(tools, USUAL_LETTERS);
    page.setViewportSize(Window.COMPUTER.width, Window.COMPUTER.height);
    tools.detach();
    return found;
  }

  /** What axe finds, in light and then in dark. */
  List<String> markup(String name) {
    List<String> found = new ArrayList<>();
    wear(ColorScheme.LIGHT);
    axe(new AxeBuilder(page).withTags(RULES), name + " LIGHT", found);
    wear(ColorScheme.DARK);
    axe(new AxeBuilder(page).withRules(COLOURS), name + " DARK", found);
    wear(ColorScheme.LIGHT);
    return found;
  }

  private void wear(ColorScheme theme) {
    page.emulateMedia(
        new Page.EmulateMediaOptions()
            .setColorScheme(theme)
            .setReducedMotion(ReducedMotion.REDUCE));
  }

  /** The size of letters in the browser's settings. */
  private static void letters(CDPSession tools, int pixels) {
    JsonObject sizes = new JsonObject();
    sizes.addProperty("standard", pixels);
    JsonObject wanted = new JsonObject();
    wanted.add("fontSizes", sizes);
    tools.send("Page.setFontSizes", wanted);
  }

  private static void axe(AxeBuilder axe, String name, List<String> found) {
    // Without frames one run suffices; the other mode opens a second page for each look.
    axe.setLegacyMode(true)
        .analyze()
        .getViolations()
        .forEach(
            violation ->
                violation
                    .getNodes()
                    .forEach(
                        node ->
                            found.add(
                                name
                                    + " "
                                    + violation.getId()
                                    + ": "
                                    + node.getTarget()
                                    + " "
                                    + node.getHtml())));
  }

  private static void told(Object sentences, String name, List<String> found) {
    for (Object sentence : (List<?>) sentences) {
      found.add(name + ": " + sentence);
    }
  }

  private static String script(String name) {
    try {
      return Files.readString(Path.of("src", "test", "resources", "journeys", name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
