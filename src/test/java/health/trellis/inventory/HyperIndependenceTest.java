package health.trellis.inventory;

import static health.trellis.inventory.SampleInstruments.HYPER;
import static health.trellis.inventory.SampleInstruments.HYPER_DE;
import static health.trellis.inventory.SampleInstruments.scale;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What version 1 of the instrument promises, in both languages. */
class HyperIndependenceTest {
  private static final List<String> CHARACTERISTICS =
      List.of("help", "solitude", "vulnerability", "perfectionism", "intimacy");
  private static final Pattern NEGATION =
      Pattern.compile(
          "\\b(not|no one|nobody|nothing|never|without|cannot|nicht|nichts|niemand|nie|kein\\w*|ohne)\\b"
              + "|n't\\b",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern FIRST_PERSON =
      Pattern.compile("\\b(I|me|myself|ich|mir|mich)\\b", Pattern.CASE_INSENSITIVE);

  static Stream<Inventory> languages() {
    return Stream.of(HYPER, HYPER_DE);
  }

  @ParameterizedTest
  @MethodSource("languages")
  void it_has_five_items_a_characteristic_with_at_least_one_reversed(Inventory inventory) {
    List<Scale> subscales = inventory.scales(Scale.Kind.SUBSCALE);

    assertThat(subscales).extracting(scale -> scale.code().value()).isEqualTo(CHARACTERISTICS);
    assertThat(subscales)
        .allSatisfy(
            scale -> {
              assertThat(scale.items()).hasSize(5);
              assertThat(scale.items()).anyMatch(code -> inventory.item(code).reversed());
              assertThat(scale.missing())
                  .isEqualTo(new MissingRule(3, MissingRule.Method.PRORATE, Rounding.WHOLE));
              assertThat(scale.bands()).isEmpty();
            });
    assertThat(inventory.scale(scale("total")).items()).hasSize(25);
  }

  @ParameterizedTest
  @MethodSource("languages")
  void it_has_seven_signs_four_benefits_and_four_costs(Inventory inventory) {
    assertThat(inventory.scale(scale("signs")).items()).hasSize(7);
    assertThat(inventory.scale(scale("benefits")).items()).hasSize(4);
    assertThat(inventory.scale(scale("costs")).items()).hasSize(4);
    assertThat(inventory.items()).hasSize(40);
    assertThat(inventory.critical()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("languages")
  void answers_run_from_0_to_4_and_lower_is_better(Inventory inventory) {
    assertThat(inventory.responses())
        .extracting(ResponseOption::value)
        .containsExactly(0, 1, 2, 3, 4);
    assertThat(inventory.lowerIsBetter()).isTrue();
    assertThat(inventory.licence()).isEqualTo("CC BY 4.0");
  }

  @ParameterizedTest
  @MethodSource("languages")
  void benefits_and_costs_may_be_left_out_and_the_rest_is_asked_for(Inventory inventory) {
    assertThat(inventory.items())
        .allSatisfy(
            item ->
                assertThat(item.required())
                    .isEqualTo(item.kind() == Item.Kind.SCORED || item.kind() == Item.Kind.SIGN));
  }

  @Test
  void two_items_of_a_characteristic_are_at_least_three_places_apart() {
    for (Scale scale : HYPER.scales(Scale.Kind.SUBSCALE)) {
      List<Integer> places =
          scale.items().stream().map(code -> HYPER.item(code).number()).sorted().toList();
      for (int i = 1; i < places.size(); i++) {
        assertThat(places.get(i) - places.get(i - 1)).as("" + scale.code()).isGreaterThan(2);
      }
    }
  }

  @Test
  void it_is_not_begun_with_a_reversed_item_and_reversed_items_do_not_meet() {
    List<Integer> reversed =
        HYPER.items().stream().filter(Item::reversed).map(Item::number).toList();

    assertThat(reversed).containsExactly(6, 11, 16, 23, 25);
  }

  @ParameterizedTest
  @MethodSource("languages")
  void an_item_is_one_short_plain_sentence_in_the_first_person(Inventory inventory) {
    Set<String> texts = new HashSet<>();
    for (Item item : inventory.items()) {
      assertThat(item.text()).matches("[^.;:!?]+\\.").doesNotContainPattern(NEGATION);
      assertThat(item.text()).containsPattern(FIRST_PERSON);
      assertThat(item.text().split(" ").length).as(item.text()).isLessThanOrEqualTo(14);
      assertThat(texts.add(item.text())).as("asked twice: " + item.text()).isTrue();
    }
  }

  /**
   * Kincaid et al. 1975: 0.39 words a sentence + 11.8 syllables a word − 15.59. Grade 6 is 11-12.
   */
  @Test
  void the_english_reads_at_an_age_of_twelve_or_below() {
    int words = 0;
    int syllables = 0;
    for (Item item : HYPER.items()) {
      for (String word : words(item.text())) {
        words++;
        syllables += syllables(word);
      }
    }
    double grade = 0.39 * words / HYPER.items().size() + 11.8 * syllables / words - 15.59;

    assertThat(grade).isBetween(1.0, 6.0);
  }

  @Test
  void the_translation_says_everything_in_its_own_words() {
    List<String> english = wording(HYPER);
    List<String> german = wording(HYPER_DE);

    assertThat(german).hasSameSizeAs(english).doesNotContainAnyElementsOf(english);
  }

  /** A client has answered these very words: change one, and it is another version. */
  @Test
  void the_wording_of_version_1_is_what_it_was() {
    assertThat(HYPER.fingerprint())
        .isEqualTo("35f3a96e6dd85a81543970947ace7206f70d99e2087e297280e8f948fbe62086");
    assertThat(HYPER_DE.fingerprint())
        .isEqualTo("c26dd4132fa1120757b8351ca2fc3494de3562514dfbd1ed65488d400b762d66");
  }

  @Test
  void the_documentation_shows_every_item_as_it_is_asked() throws IOException {
    String documentation = Files.readString(Path.of("docs/inventory.md"));

    for (Item item : HYPER.items()) {
      assertThat(documentation)
          .contains(
              "| %d | `%s` | %s%s |"
                  .formatted(
                      item.number(),
                      item.code(),
                      item.text(),
                      item.reversed() ? " *(reversed)*" : ""));
    }
  }

  private static List<String> wording(Inventory inventory) {
    List<String> texts =
        new ArrayList<>(
            List.of(
                inventory.title(),
                inventory.why(),
                inventory.whoSees(),
                inventory.timeframe(),
                inventory.citation(),
                inventory.validation()));
    inventory.responses().forEach(option -> texts.add(option.label()));
    inventory.items().forEach(item -> texts.add(item.text()));
    for (Section section : inventory.sections()) {
      texts.add(section.title());
      texts.add(section.instruction());
    }
    for (Scale scale : inventory.scales()) {
      texts.add(scale.title());
      texts.add(scale.description());
    }
    return texts;
  }

  private static List<String> words(String text) {
    return Pattern.compile("[A-Za-z']+").matcher(text).results().map(m -> m.group()).toList();
  }

  /** Groups of vowels, without a silent e at the end: close enough for an average over 40 items. */
  private static int syllables(String word) {
    Matcher vowels =
        Pattern.compile("[aeiouy]+").matcher(word.toLowerCase(Locale.ROOT).replaceAll("e$", ""));
    return Math.max(1, (int) vowels.results().count());
  }
}
