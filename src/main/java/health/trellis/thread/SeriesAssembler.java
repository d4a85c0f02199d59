package health.trellis.thread;

import health.trellis.inventory.Inventory;
import health.trellis.inventory.InventoryCatalog;
import health.trellis.inventory.InventoryCode;
import health.trellis.inventory.Item;
import health.trellis.inventory.Scale;
import health.trellis.inventory.ScaleCode;
import health.trellis.thread.SeriesRepository.Name;
import health.trellis.thread.SeriesRepository.Row;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes series of single points: each with its name, its scale and its place among the others. */
final class SeriesAssembler {
  private static final int MOST_CONVICTION = 100;
  private static final int MOST_SCORE = 10;
  private static final int MOST_LEVEL = 2;
  private static final int FEW_PEOPLE = 4;

  /** What the others that are counted on a map are part of. */
  private static final String SIZE = "SIZE";

  private final InventoryCatalog catalog;
  private final String language;

  SeriesAssembler(InventoryCatalog catalog, String language) {
    this.catalog = catalog;
    this.language = language;
  }

  /**
   * The series of these rows, by measure; of an inventory the total first, then its subscales as it
   * reports them. Signs, benefits and costs are told on the result.
   */
  List<Series> of(List<Row> rows) {
    int people = room(rows);
    Map<Name, List<Row>> byName =
        rows.stream()
            .collect(Collectors.groupingBy(Row::name, LinkedHashMap::new, Collectors.toList()));
    return byName.entrySet().stream()
        .flatMap(each -> placed(each.getKey(), each.getValue(), people))
        .sorted(
            Comparator.comparing((Placed each) -> each.series().measure())
                .thenComparing(each -> each.series().group())
                .thenComparing(each -> !each.series().leading())
                .thenComparing(Placed::place))
        .map(Placed::series)
        .toList();
  }

  private record Placed(Series series, int place) {}

  private Stream<Placed> placed(Name name, List<Row> rows, int people) {
    List<SeriesPoint> points = rows.stream().map(Row::point).toList();
    return switch (name.measure()) {
      case INVENTORY -> scale(name, rows.get(rows.size() - 1).version(), points);
      case CONVICTION -> one(name, 0, MOST_CONVICTION, points);
      case GOAL -> one(name, 0, MOST_SCORE, points);
      case ATTAINMENT -> one(name, -MOST_LEVEL, MOST_LEVEL, points);
      case SUPPORT -> one(name, 0, people, points);
    };
  }

  /** An even number of supporters that all maps have room below. */
  private static int room(List<Row> rows) {
    int most =
        rows.stream()
            .filter(row -> row.name().measure() == Measure.SUPPORT)
            .mapToInt(row -> row.point().value().intValue())
            .max()
            .orElse(0);
    return Math.max(FEW_PEOPLE, most + most % 2);
  }

  private static Stream<Placed> one(Name name, int lowest, int highest, List<SeriesPoint> points) {
    return Stream.of(
        new Placed(
            new Series(
                name.measure(),
                key(name, name.of()),
                "",
                name.words(),
                name.byClient(),
                name.measure() == Measure.SUPPORT && SIZE.equals(name.of()),
                lowest,
                highest,
                points),
            0));
  }

  private Stream<Placed> scale(Name name, int version, List<SeriesPoint> points) {
    InventoryCode code = new InventoryCode(name.of());
    Inventory inventory =
        catalog
            .find(code, version, language)
            .orElseGet(() -> catalog.get(code, version, catalog.languages(code, version).get(0)));
    Scale scale = inventory.scale(new ScaleCode(name.words()));
    if (scale.kind().counts() != Item.Kind.SCORED) {
      return Stream.empty();
    }
    return Stream.of(
        new Placed(
            new Series(
                name.measure(),
                key(name, name.of() + "." + name.words()),
                inventory.title(),
                scale.title(),
                name.byClient(),
                scale.kind() == Scale.Kind.TOTAL,
                inventory.lowest(),
                inventory.highest(),
                points),
            inventory.scales().indexOf(scale)));
  }

  private static String key(Name name, String of) {
    return (name.byClient() ? "c." : "t.") + of;
  }
}
