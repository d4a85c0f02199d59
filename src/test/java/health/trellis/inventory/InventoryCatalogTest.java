package health.trellis.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class InventoryCatalogTest {
  private static final InventoryCode HYPER = new InventoryCode("hyper-independence");

  @Test
  void the_instrument_that_comes_with_trellis_is_there_in_two_languages() {
    InventoryCatalog catalog = InventoryCatalog.load();

    assertThat(catalog.languages(HYPER, 1)).containsExactly("en", "de");
    assertThat(catalog.latest(HYPER, "de")).isEqualTo(catalog.get(HYPER, 1, "de"));
    assertThat(catalog.get(HYPER, 1, "en").items()).hasSize(40);
  }
}
