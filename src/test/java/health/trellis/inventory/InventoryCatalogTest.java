package health.trellis.inventory;

import static health.trellis.inventory.SampleInstruments.HYPER_CODE;
import static health.trellis.inventory.SampleInstruments.SYNTHETIC_FILE;
import static health.trellis.inventory.SampleInstruments.syntheticText;
import static health.trellis.inventory.SampleInstruments.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InventoryCatalogTest {
  private static final InventoryCode SYNTHETIC_CODE = new InventoryCode("synthetic-mood");
  private static final String ENGLISH = "hyper-independence-1-en.json";
  private static final String GERMAN = "hyper-independence-1-de.json";

  @Test
  void the_instrument_that_comes_with_trellis_is_there_in_two_languages() {
    InventoryCatalog catalog = InventoryCatalog.load();

    assertThat(catalog.languages(HYPER_CODE, 1)).containsExactly("en", "de");
    assertThat(catalog.latest(HYPER_CODE, "de")).isSameAs(catalog.get(HYPER_CODE, 1, "de"));
    assertThat(catalog.get(HYPER_CODE, 1, "en").language()).isEqualTo("en");
    assertThat(catalog.list()).hasSize(2);
  }

  @Test
  void every_definition_in_the_folder_is_listed_in_the_index() throws IOException {
    List<String> listed = text("/inventories/index.txt").lines().toList();
    try (Stream<Path> folder = Files.list(Path.of("src/main/resources/inventories"))) {
      assertThat(folder.map(file -> file.getFileName().toString()))
          .filteredOn(name -> name.endsWith(".json"))
          .containsExactlyInAnyOrderElementsOf(listed);
    }
  }

  @Test
  void a_clinic_can_bring_another_instrument() {
    InventoryCatalog before = InventoryCatalog.load();
    InventoryCatalog after = before.with(SYNTHETIC_FILE, bytes(syntheticText()));

    assertThat(after.find(SYNTHETIC_CODE, 1, "en")).isPresent();
    assertThat(before.find(SYNTHETIC_CODE, 1, "en")).isEmpty();
  }

  @Test
  void the_latest_version_is_given_and_older_ones_stay() {
    String second = syntheticText().replace("\"version\": 1", "\"version\": 2");
    InventoryCatalog catalog = of("2.json", second, "1.json", syntheticText());

    assertThat(catalog.latest(SYNTHETIC_CODE, "en").version()).isEqualTo(2);
    assertThat(catalog.get(SYNTHETIC_CODE, 1, "en").version()).isEqualTo(1);
    assertThat(catalog.languages(SYNTHETIC_CODE, 2)).containsExactly("en");
  }

  @Test
  void what_is_not_there_is_said() {
    InventoryCatalog catalog = InventoryCatalog.load();

    assertThatThrownBy(() -> catalog.get(HYPER_CODE, 1, "xx"))
        .isInstanceOf(NoSuchElementException.class)
        .hasMessage("no inventory hyper-independence version 1 in xx");
    assertThatThrownBy(() -> catalog.get(HYPER_CODE, 9, "en"))
        .isInstanceOf(NoSuchElementException.class);
    assertThatThrownBy(() -> catalog.latest(SYNTHETIC_CODE, "en"))
        .isInstanceOf(NoSuchElementException.class)
        .hasMessage("no inventory synthetic-mood in en");
    assertThat(catalog.languages(HYPER_CODE, 2)).isEmpty();
  }

  @Test
  void the_same_version_in_the_same_language_twice_is_refused() {
    assertThatThrownBy(() -> of("one.json", syntheticText(), "two.json", syntheticText()))
        .isInstanceOf(MalformedInventory.class)
        .hasMessage("two.json, line 3: the same inventory, version and language as one.json");
  }

  @ParameterizedTest(name = "{0} → {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "\"lowerIsBetter\": true|\"lowerIsBetter\": false|lower is better: false, there",
        "\"value\": 4|\"value\": 5|answer 5 counts 5",
        "\"code\": \"everyday\"|\"code\": \"daily\"|section daily has 25 items",
        ", \"reversed\": true}|}|item 6 is help2, SCORED, reversed: false",
        ", \"required\": false}|}|item 33 is benefit1, BENEFIT, reversed: false, required: true",
        "\"answered\": 3|\"answered\": 4|scale help is SUBSCALE of",
        "\"help1\", \"help2\"|\"help2\", \"help1\"|scale help is SUBSCALE of",
        "\"decimals\": 0|\"decimals\": 1|scale help is SUBSCALE of",
      })
  void a_translation_of_another_structure_is_refused(String good, String bad, String said) {
    String german = text("/inventories/" + GERMAN);
    int at = german.indexOf(good);
    String other = german.substring(0, at) + bad + german.substring(at + good.length());
    int line = lineOf(german, at);

    assertThatThrownBy(() -> of(ENGLISH, text("/inventories/" + ENGLISH), GERMAN, other))
        .isInstanceOfSatisfying(
            MalformedInventory.class,
            // a scale, or a section, is named where it begins
            e -> assertThat(line - e.line()).isBetween(0, said.startsWith("s") ? 7 : 0))
        .hasMessageContaining("differs from " + ENGLISH + ": here " + said);
  }

  @Test
  void a_translation_that_leaves_something_out_is_refused() {
    String english = syntheticText();
    String base = english.replace("\"language\": \"en\"", "\"language\": \"fr\"");
    String noCritical = base.replaceFirst("(?s),\\s*\"critical\".*\\]", "");
    String fewerAnswers = base.replace("    {\"value\": 3, \"label\": \"mostly\"},\n", "");
    String otherCritical = base.replace("\"values\": [1, 2]", "\"values\": [1]");
    String otherBand = base.replace("\"from\": 3,", "\"from\": 2,");

    refusesTranslation(english, noCritical, "here 0 critical items, there safe is critical");
    refusesTranslation(english, fewerAnswers, "here 3 answers to choose, there 4");
    refusesTranslation(
        english,
        otherCritical,
        "line 56: differs from en.json: here safe is critical at [1], there safe is");
    refusesTranslation(english, otherBand, "low 2 to 8");
    refusesTranslation(noCriticalIn(english), base, "here safe is critical at [1, 2], there 0");
  }

  private static String noCriticalIn(String text) {
    return text.replaceFirst("(?s),\\s*\"critical\".*\\]", "");
  }

  private static void refusesTranslation(String original, String translation, String said) {
    assertThatThrownBy(() -> of("en.json", original, "fr.json", translation))
        .isInstanceOf(MalformedInventory.class)
        .hasMessageStartingWith("fr.json, line ")
        .hasMessageContaining(said);
  }

  private static InventoryCatalog of(String name, String text, String name2, String text2) {
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put(name, bytes(text));
    files.put(name2, bytes(text2));
    return InventoryCatalog.of(files);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static int lineOf(String text, int at) {
    return 1 + (int) text.substring(0, at).chars().filter(c -> c == '\n').count();
  }
}
