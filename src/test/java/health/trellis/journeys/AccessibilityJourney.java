package health.trellis.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import health.trellis.testkit.Reader;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every page, in both themes and in narrow windows, for people who see, hear or move otherwise. */
class AccessibilityJourney extends Journey {

  private static final List<String> RULES =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

  @ParameterizedTest
  @EnumSource(Reader.class)
  void axe_finds_nothing_on_any_page_in_light(Reader reader) {
    check(reader, Device.Options.PLAIN);
  }

  @ParameterizedTest
  @EnumSource(Reader.class)
  void axe_finds_nothing_on_any_page_in_dark(Reader reader) {
    check(reader, Device.Options.DARK);
  }

  @ParameterizedTest
  @EnumSource(Reader.class)
  void no_page_scrolls_sideways_at_320_pixels(Reader reader) {
    Device device = devices.take(Device.Kind.NARROW).signIn(reader.userName(), "/");
    List<String> wide = new ArrayList<>();
    for (String address : reader.addresses(practice)) {
      assertThat(device.open(address)).as(address).isEqualTo(200);
      Object over =
          device.page().evaluate("document.scrollingElement.scrollWidth - window.innerWidth");
      if (((Number) over).intValue() > 0) {
        wide.add(address + " is " + over + " px too wide");
      }
    }
    assertThat(wide).isEmpty();
  }

  private void check(Reader reader, Device.Options options) {
    Device device = devices.take(Device.Kind.COMPUTER, options).signIn(reader.userName(), "/");
    List<String> found = new ArrayList<>();
    for (String address : reader.addresses(practice)) {
      assertThat(device.open(address)).as(address).isEqualTo(200);
      new AxeBuilder(device.page())
          .withTags(RULES)
          .analyze()
          .getViolations()
          .forEach(
              violation ->
                  violation
                      .getNodes()
                      .forEach(
                          node ->
                              found.add(
                                  address
                                      + " "
                                      + violation.getId()
                                      + ": "
                                      + node.getTarget()
                                      + " "
                                      + node.getHtml())));
    }
    assertThat(found).isEmpty();
  }
}
