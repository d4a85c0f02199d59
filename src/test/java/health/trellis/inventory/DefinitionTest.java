package health.trellis.inventory;

import static health.trellis.inventory.SampleInstruments.HYPER;
import static health.trellis.inventory.SampleInstruments.SYNTHETIC;
import static health.trellis.inventory.SampleInstruments.SYNTHETIC_FILE;
import static health.trellis.inventory.SampleInstruments.synthetic;
import static health.trellis.inventory.SampleInstruments.syntheticText;
import static health.trellis.inventory.SampleInstruments.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A malformed definition is refused with the line to look at. */
class DefinitionTest {
  private static final String HYPER_FILE = "/inventories/hyper-independence-1-en.json";
  private static final String YES = "{\"value\": 5, \"label\": \"yes\"}";
  private static final String MOOD_ITEMS = "[\"m1\", \"m2\", \"m3\"]";
  private static final String CRITICAL = "{\"item\": \"safe\", \"values\": [1, 2], \"reason\": ";

  /**
   * Something to break in the synthetic definition.
   *
   * @param good the text replaced, where it first stands
   * @param bad what it is replaced by
   * @param said what the refusal must say
   * @param on a text on the line that must be named; empty for the line of the replacement
   */
  record Fault(String good, String bad, String said, String on) {
    String text() {
      String text = syntheticText();
      int at = text.indexOf(good);
      assertThat(at).as("the text to break: " + good).isNotNegative();
      return text.substring(0, at) + bad + text.substring(at + good.length());
    }

    int line() {
      int at = on.isEmpty() ? syntheticText().indexOf(good) : text().indexOf(on);
      assertThat(at).as("the line of " + on).isNotNegative();
      return 1 + (int) text().substring(0, at).chars().filter(c -> c == '\n').count();
    }

    /** The fault is named on another line, the one with this text. */
    Fault on(String marker) {
      return new Fault(good, bad, said, marker);
    }
  }

  private static Fault fault(String good, String bad, String said) {
    return new Fault(good, bad, said, "");
  }

  static Stream<Fault> faultsOfFields() {
    return Stream.of(
        fault("\"timeframe\":", "\"timeFrame\":", "unknown field \"timeFrame\""),
        fault("\"m2\", \"kind\"", "\"m2\", \"kidn\"", "unknown field \"kidn\""),
        fault("\"licence\": \"CC0 1.0\",", "", "missing field \"licence\"").on("{"),
        fault("\"licence\": \"CC0 1.0\"", "\"licence\": \" \"", "must not be blank"),
        fault("\"licence\": \"CC0 1.0\"", "\"licence\": null", "a text, found null"),
        fault("\"licence\": \"CC0 1.0\"", "\"licence\": []", "a text, found a list"),
        fault("\"licence\": \"CC0 1.0\"", "\"licence\": {}", "a text, found an object"),
        fault("\"licence\": \"CC0 1.0\"", "\"licence\": true", "a text, found true or false"),
        fault("\"title\": \"Mood\"", "\"title\": 7", "a text, found a number"),
        fault("\"minutes\": 1", "\"minutes\": \"1\"", "a number, found a text"),
        fault("\"minutes\": 1", "\"minutes\": 1.5", "must be a whole number, not 1.5"),
        fault("\"minutes\": 1", "\"minutes\": 0", "minutes are from 1 to 120, not 0"),
        fault("\"minutes\": 1", "\"minutes\": 121", "minutes are from 1 to 120, not 121"),
        fault("\"minutes\": 1", "\"minutes\": 1e999999999", "lie within"),
        fault("\"lowerIsBetter\": false", "\"lowerIsBetter\": 0", "must be true or false"),
        fault("\"version\": 1", "\"version\": 0", "numbered from 1, not 0"),
        fault("\"language\": \"en\"", "\"language\": \"EN\"", "not a language tag"),
        fault("\"language\": \"en\"", "\"language\": \"en<script>\"", "not a language tag"),
        fault("\"inventory\": \"synthetic-mood\"", "\"inventory\": \"A B\"", "inventory code"),
        fault("\"timeframe\": \"today\"", "\"why\": \"x\"", "\"why\" is written twice"));
  }

  static Stream<Fault> faultsOfAnswersAndItems() {
    return Stream.of(
        fault(YES, "{\"value\": 3, \"label\": \"yes\"}", "3 cannot follow 3"),
        fault(YES, "{\"value\": 2, \"label\": \"yes\"}", "2 cannot follow 3"),
        fault(YES, "{\"value\": 5, \"label\": \"no\"}", "two answers read \"no\""),
        fault(YES, "{\"value\": 100, \"label\": \"yes\"}", "from 0 to 99, not 100"),
        fault("{\"value\": 1,", "{\"value\": -1,", "from 0 to 99, not -1"),
        fault(YES, "5", "expected an object, found a number"),
        fault("\"code\": \"m2\"", "\"code\": \"m1\"", "duplicate item m1"),
        fault("\"code\": \"m2\"", "\"code\": \"M2\"", "not an item code: M2"),
        fault("\"m3\", \"kind\": \"scored\"", "\"m3\", \"kind\": \"sign\"", "of another kind")
            .on(MOOD_ITEMS),
        fault("\"kind\": \"unscored\"", "\"kind\": \"none\"", "not one of scored, sign, benefit"),
        fault("\"kind\": \"unscored\"", "\"kind\": \"scored\"", "no scale counts item safe"),
        fault("\"reversed\": true", "\"reversed\": \"yes\"", "true or false, found a text"),
        fault("\"required\": false", "\"reversed\": true", "is not scored, so not reversed"),
        fault("\"text\": \"I sang.\"", "\"text\": \"\"", "\"text\" must not be blank"));
  }

  static Stream<Fault> faultsOfScales() {
    String prorate = "\"answered\": 2, \"method\": \"prorate\"";
    return Stream.of(
        fault(MOOD_ITEMS, "[\"m1\", \"m2\", \"m9\"]", "names an unknown item: m9"),
        fault(MOOD_ITEMS, "[7]", "expected a code, found a number"),
        fault(
            MOOD_ITEMS, "[\"safe\", \"m1\"]", "must not count item safe, which is of another kind"),
        fault("\"items\": " + MOOD_ITEMS, "\"parts\": [\"x\"]", "no scale x stands above"),
        fault("\"answered\": 2", "\"answered\": 0", "a missing answer is never 0"),
        fault("\"answered\": 2,", "", "missing field \"answered\""),
        fault(prorate, "\"answered\": 2, \"method\": \"every-part\"", "no number answered"),
        fault("\"decimals\": 0", "\"decimals\": 3", "0 to 2 decimals, not 3"),
        fault("\"half-up\"", "\"halfup\"", "not one of half-up, up, down"),
        fault("\"method\": \"prorate\"", "\"method\": \"zero\"", "not one of prorate, mean"),
        fault("\"from\": 3, \"to\": 8", "\"from\": 8, \"to\": 3", "from must not exceed to"),
        fault("\"from\": 3", "\"from\": 3.001", "at most two decimals"),
        fault("\"to\": 8, \"citation\": \"Invented.\"", "\"to\": 8", "missing field \"citation\""));
  }

  /** These are named on the line on which the scale begins. */
  static Stream<Fault> faultsOfAWholeScale() {
    String mood = "{\n      \"code\": \"mood\"";
    String mean = "{\n      \"code\": \"mean-mood\"";
    String second = "{\n      \"code\": \"mood\",\n      \"kind\": \"subscale\"";
    return Stream.of(
        fault("\"answered\": 2", "\"answered\": 4", "wants 4 of 3 for a score").on(mood),
        fault("\"from\": 9", "\"from\": 10", "band high must begin at 9").on(mood),
        fault("\"from\": 9", "\"from\": 8", "band high must begin at 9").on(mood),
        fault(MOOD_ITEMS, "[\"m1\", \"m1\"]", "counts an item twice").on(mood),
        fault(MOOD_ITEMS, "[]", "counts no items").on(mood),
        fault("\"items\": " + MOOD_ITEMS + ",", "", "either items or parts").on(mood),
        fault("\"code\": \"mean-mood\"", "\"code\": \"mood\"", "duplicate scale mood").on(second),
        fault("\"kind\": \"subscale\"", "\"kind\": \"total\"", "one total at most").on(mean));
  }

  static Stream<Fault> faultsOfCriticalItems() {
    return Stream.of(
        fault("\"item\": \"safe\"", "\"item\": \"m9\"", "unknown critical item: m9"),
        fault("\"values\": [1, 2]", "\"values\": []", "critical item safe names no answers"),
        fault("\"values\": [1, 2]", "\"values\": [1, 4]", "waits for an impossible answer"),
        fault("\"values\": [1, 2]", "\"values\": [\"1\"]", "a number, found a text"),
        fault("\"values\": [1, 2]", "\"values\": [1.5]", "a whole number, not 1.5"),
        fault("\"values\": [1, 2]", "\"values\": 1", "a list, found a number"),
        fault(CRITICAL, CRITICAL + "\"x\"},\n" + CRITICAL, "critical item safe is named twice")
            .on("Ask about safety"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource({
    "faultsOfFields",
    "faultsOfAnswersAndItems",
    "faultsOfScales",
    "faultsOfAWholeScale",
    "faultsOfCriticalItems"
  })
  void a_fault_is_reported_on_its_line(Fault fault) {
    assertThatThrownBy(() -> synthetic(fault.text()))
        .isInstanceOfSatisfying(
            MalformedInventory.class,
            e -> {
              assertThat(e.file()).isEqualTo(SYNTHETIC_FILE);
              assertThat(e.line()).as(e.getMessage()).isEqualTo(fault.line());
            })
        .hasMessageStartingWith(SYNTHETIC_FILE + ", line " + fault.line() + ": ")
        .hasMessageContaining(fault.said());
  }

  @Test
  void fewer_than_two_answers_and_no_sections_are_refused() {
    String text = syntheticText();
    String oneAnswer =
        text.replaceFirst("(?s)\"responses\": \\[.*?\\]", "\"responses\": [" + YES + "]");
    String noSections = text.replaceFirst("(?s)\"sections\": \\[.*?\\n  \\]", "\"sections\": []");

    assertThatThrownBy(() -> synthetic(oneAnswer))
        .hasMessage(
            SYNTHETIC_FILE + ", line 14: an item needs at least two answers to choose from");
    assertThatThrownBy(() -> synthetic(noSections))
        .hasMessage(SYNTHETIC_FILE + ", line 20: an inventory needs at least one section");
  }

  @Test
  void a_section_needs_items_and_a_code_of_its_own() {
    String empty =
        syntheticText().replaceFirst("(?s)\"items\": \\[.*?\\n      \\]", "\"items\": []");
    String hyper = text(HYPER_FILE).replaceFirst("\"code\": \"signs\"", "\"code\": \"everyday\"");

    assertThatThrownBy(() -> synthetic(empty))
        .hasMessage(SYNTHETIC_FILE + ", line 21: section all has no items");
    int second = hyper.lastIndexOf("{\n      \"code\": \"everyday\"");
    long line = hyper.substring(0, second).lines().count();
    assertThatThrownBy(() -> synthetic(hyper))
        .hasMessageContaining("line " + line + ": duplicate section everyday");
  }

  @Test
  void a_total_adds_up_sums_alone() {
    String text = text(HYPER_FILE).replaceFirst("\"prorate\"", "\"mean\"");

    assertThatThrownBy(() -> synthetic(text))
        .hasMessageContaining("scale total adds up help, which is no sum");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "{", "{\"a\"", "{\"a\":", "[1, 2", "{'a': 1}", "// x\n{}", "{} {}", "{},"})
  void what_is_no_json_is_refused(String text) {
    assertThatThrownBy(() -> synthetic(text)).isInstanceOf(MalformedInventory.class);
  }

  @Test
  void broken_json_is_reported_on_its_line() {
    assertThatThrownBy(() -> synthetic("{\n  \"inventory\": \"a\",\n  \"version\" 1\n}"))
        .hasMessage(SYNTHETIC_FILE + ", line 3: not well-formed JSON");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "1", "\"text\"", "null", "true"})
  void a_definition_is_an_object(String text) {
    assertThatThrownBy(() -> synthetic(text)).hasMessageContaining("line 1: expected an object");
  }

  @Test
  void bytes_that_are_not_utf_8_are_reported_on_their_line() {
    byte[] latin = "{\n\"title\": \"\u00e4\"}".getBytes(StandardCharsets.ISO_8859_1);
    byte[] cut = {'{', '\n', '\n', (byte) 0xc3};

    assertThatThrownBy(() -> DefinitionReader.read("x.json", latin))
        .hasMessage("x.json, line 2: not UTF-8");
    assertThatThrownBy(() -> DefinitionReader.read("x.json", cut))
        .hasMessage("x.json, line 3: not UTF-8");
  }

  @Test
  void a_definition_made_to_exhaust_the_reader_is_refused() {
    assertThatThrownBy(() -> synthetic("[".repeat(17)))
        .hasMessageContaining("nested more than 16 deep");
    assertThatThrownBy(() -> synthetic("{\n\"version\": " + "9".repeat(5_000) + "}"))
        .isInstanceOf(MalformedInventory.class)
        .hasMessageContaining("line 2: a number is too long");
    assertThatThrownBy(() -> synthetic("{\n\"version\": 1e99999999999}"))
        .hasMessageContaining("line 2: a number is too large: 1e99999999999");
    assertThatThrownBy(() -> synthetic(" ".repeat(1_000_001)))
        .hasMessageContaining("larger than 1000000 bytes");
  }

  @Test
  void the_fingerprint_is_that_of_the_bytes() {
    assertThat(SYNTHETIC.fingerprint()).hasSize(64).matches("[0-9a-f]+");
    assertThat(synthetic(syntheticText()).inventory()).isEqualTo(SYNTHETIC);
    assertThat(synthetic(syntheticText() + "\n").inventory().fingerprint())
        .isNotEqualTo(SYNTHETIC.fingerprint());
    assertThat(HYPER.fingerprint()).isNotEqualTo(SYNTHETIC.fingerprint());
  }
}
