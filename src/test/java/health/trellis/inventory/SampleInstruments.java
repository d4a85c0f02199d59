package health.trellis.inventory;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The instruments that the tests of this package use. */
final class SampleInstruments {
  static final InventoryCode HYPER_CODE = new InventoryCode("hyper-independence");

  /** The instrument that comes with Trellis. */
  static final Inventory HYPER = InventoryCatalog.load().get(HYPER_CODE, 1, "en");

  /** The same in German. */
  static final Inventory HYPER_DE = InventoryCatalog.load().get(HYPER_CODE, 1, "de");

  /** An invented one with bands, a critical item, a mean score, and higher is better. */
  static final Inventory SYNTHETIC = synthetic(syntheticText()).inventory();

  static final String SYNTHETIC_FILE = "synthetic-mood-1-en.json";

  private SampleInstruments() {}

  static String syntheticText() {
    return text("/inventories/synthetic-mood-1-en.json");
  }

  static Definition synthetic(String text) {
    return DefinitionReader.read("synthetic-mood-1-en.json", text.getBytes(StandardCharsets.UTF_8));
  }

  static String text(String resource) {
    try (InputStream in = SampleInstruments.class.getResourceAsStream(resource)) {
      return new String(
          Objects.requireNonNull(in, resource).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  static ScaleCode scale(String code) {
    return new ScaleCode(code);
  }

  static ItemCode item(String code) {
    return new ItemCode(code);
  }

  /** Answers to the five items of a characteristic; null leaves one blank. */
  static Answers five(String stem, Integer... values) {
    Answers answers = Answers.NONE;
    for (int i = 0; i < values.length; i++) {
      if (values[i] != null) {
        answers = answers.with(item(stem + (i + 1)), values[i]);
      }
    }
    return answers;
  }

  /** Every item answered alike. */
  static Answers all(Inventory inventory, int value) {
    Answers answers = Answers.NONE;
    for (Item each : inventory.items()) {
      answers = answers.with(each.code(), value);
    }
    return answers;
  }
}
