package health.trellis.thread;

import static org.assertj.core.api.Assertions.assertThat;

import health.trellis.beliefs.BeliefTheme;
import health.trellis.inventory.AnsweredInventory;
import health.trellis.inventory.AnsweredItem;
import health.trellis.inventory.Inventory;
import health.trellis.inventory.InventoryCatalog;
import health.trellis.inventory.InventoryCode;
import health.trellis.inventory.Item;
import health.trellis.inventory.ItemCode;
import health.trellis.kernel.AssignmentId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SuggestionsTest {
  private static final Path FOLDER = Path.of("src", "main", "resources", "suggestions");
  private static final Pattern NAME = Pattern.compile("(.+)-([0-9]+)\\.properties");
  private static final InventoryCode CODE = new InventoryCode("hyper-independence");

  @Test
  void every_file_is_of_an_inventory_and_names_only_items_and_themes_that_there_are()
      throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      List<String> names = files.map(file -> file.getFileName().toString()).toList();
      assertThat(names).isNotEmpty();
      for (String name : names) {
        MatchResult parts = NAME.matcher(name).results().findFirst().orElseThrow();
        InventoryCode code = new InventoryCode(parts.group(1));
        int version = Integer.parseInt(parts.group(2));
        Inventory inventory = InventoryCatalog.load().get(code, version, "en");
        Suggestions suggestions = Suggestions.of(code, version);
        assertThat(inventory.items())
            .extracting(item -> item.code().value())
            .containsAll(suggestions.themes().keySet());
        assertThat(suggestions.themes().values())
            .allSatisfy(themes -> assertThat(themes).isNotEmpty());
      }
    }
  }

  @Test
  void every_scored_item_suggests_something_and_every_theme_is_suggested_but_ones_own() {
    Suggestions suggestions = Suggestions.of(CODE, 1);
    Inventory inventory = InventoryCatalog.load().get(CODE, 1, "en");
    assertThat(suggestions.themes().keySet())
        .containsAll(
            inventory.items().stream()
                .filter(item -> item.kind() == Item.Kind.SCORED)
                .map(item -> item.code().value())
                .toList());
    Set<BeliefTheme> all = new HashSet<>();
    suggestions.themes().values().forEach(all::addAll);
    assertThat(all)
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(BeliefTheme.values()).filter(each -> each != BeliefTheme.OWN).toList());
  }

  @Test
  void only_the_highest_answers_ask_and_only_for_what_is_not_held_yet() {
    Suggestions suggestions =
        new Suggestions(
            Map.of(
                "a", List.of(BeliefTheme.MUST_BE_PERFECT, BeliefTheme.ALONE_IS_SAFE),
                "b", List.of(BeliefTheme.ALONE_IS_SAFE),
                "c", List.of(BeliefTheme.MUST_BE_PERFECT)));
    AnsweredInventory answered = answered(item("a", true), item("b", true), item("c", false));
    assertThat(suggestions.from(answered, Set.of(BeliefTheme.ALONE_IS_SAFE)))
        .singleElement()
        .satisfies(
            each -> {
              assertThat(each.item().code().value()).isEqualTo("a");
              assertThat(each.themes()).containsExactly(BeliefTheme.MUST_BE_PERFECT);
            });
    assertThat(suggestions.from(answered, Set.of())).hasSize(2);
  }

  @Test
  void an_inventory_without_a_file_suggests_nothing() {
    assertThat(Suggestions.of(new InventoryCode("another"), 1).themes()).isEmpty();
  }

  private static AnsweredItem item(String code, boolean most) {
    return new AnsweredItem(new ItemCode(code), 1, "A statement.", 4, "often", most);
  }

  private static AnsweredInventory answered(AnsweredItem... items) {
    return new AnsweredInventory(AssignmentId.next(), CODE, 1, "en", Instant.EPOCH, List.of(items));
  }
}
