package health.trellis.inventory;

import health.trellis.kernel.AssignmentId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The reading of one submitted inventory against the times before: puts what is stored into the
 * words of its instrument. It scores nothing anew: an old answer keeps the score of its version.
 */
final class ResultAssembler {
  private final InventoryCatalog catalog;
  private final Assignment here;
  private final Inventory inventory;
  private final Map<AssignmentId, List<StoredScore>> scores;
  private final List<Assignment> times;
  private final Optional<Assignment> earlier;

  ResultAssembler(
      InventoryCatalog catalog,
      Assignment here,
      List<Assignment> all,
      Map<AssignmentId, List<StoredScore>> scores) {
    this.catalog = catalog;
    this.here = here;
    this.inventory = here.inventory(catalog);
    this.scores = scores;
    this.times =
        all.stream()
            .filter(each -> each.submittedAt() != null)
            .filter(each -> each.inventory(catalog).code().equals(inventory.code()))
            .sorted(Comparator.comparing(ResultAssembler::submittedAt))
            .toList();
    this.earlier =
        times.stream()
            .filter(each -> submittedAt(each).isBefore(submittedAt(here)))
            .reduce((first, second) -> second);
  }

  private ResultAssembler(ResultAssembler result, Inventory told) {
    this.catalog = result.catalog;
    this.here = result.here;
    this.inventory = told;
    this.scores = result.scores;
    this.times = result.times;
    this.earlier = result.earlier;
  }

  /** The same, told in this language where its version was translated into it. */
  ResultAssembler in(String language) {
    return catalog
        .find(inventory.code(), inventory.version(), language)
        .map(told -> new ResultAssembler(this, told))
        .orElse(this);
  }

  static Instant submittedAt(Assignment assignment) {
    Instant at = assignment.submittedAt();
    if (at == null) {
      throw new IllegalStateException("not submitted");
    }
    return at;
  }

  /** The result in short. */
  LatestResult latest() {
    return new LatestResult(
        here.id(),
        inventory,
        submittedAt(here),
        earlier.map(ResultAssembler::submittedAt).orElse(null),
        total(),
        of(Scale.Kind.SUBSCALE),
        course());
  }

  /** The result in short, with benefits and costs. */
  QuotedResult quoted() {
    return new QuotedResult(latest(), of(Scale.Kind.BENEFITS), of(Scale.Kind.COSTS));
  }

  Inventory inventory() {
    return inventory;
  }

  Optional<Assignment> earlier() {
    return earlier;
  }

  ScoreView total() {
    return view(inventory.total().orElseThrow());
  }

  List<ScoreView> of(Scale.Kind kind) {
    return inventory.scales(kind).stream().map(this::view).toList();
  }

  private ScoreView view(Scale scale) {
    StoredScore stored =
        find(here, scale.code().value())
            .orElseThrow(() -> new IllegalStateException("no score was kept for " + scale.code()));
    BigDecimal mean = stored.mean();
    return new ScoreView(
        scale.code(),
        scale.title(),
        scale.description(),
        shown(scale, stored.raw()),
        inventory.lowest() * scale.items().size(),
        inventory.highest() * scale.items().size(),
        mean,
        words(inventory, mean),
        earlier
            .flatMap(before -> find(before, scale.code().value()))
            .map(StoredScore::mean)
            .orElse(null),
        stored.prorated(),
        stored.answered(),
        stored.items());
  }

  List<AnswerRow> answers(
      Map<ItemCode, GivenAnswer> given, Map<ItemCode, GivenAnswer> givenBefore) {
    return inventory.items().stream()
        .map(
            item -> {
              GivenAnswer now = given.get(item.code());
              GivenAnswer before = givenBefore.get(item.code());
              Integer value = now == null ? null : now.value();
              Integer earlierValue = before == null ? null : before.value();
              return new AnswerRow(
                  item.code(),
                  item.number(),
                  item.text(),
                  item.kind(),
                  item.reversed(),
                  value,
                  label(value),
                  now != null && now.declined(),
                  earlierValue,
                  label(earlierValue));
            })
        .toList();
  }

  /**
   * The totals over time; of those that the reader may see, where scores are kept from a reader.
   */
  List<CoursePoint> course() {
    return times.stream().filter(each -> scores.containsKey(each.id())).map(this::point).toList();
  }

  private CoursePoint point(Assignment time) {
    Inventory its = time.inventory(catalog);
    Scale total = its.total().orElseThrow();
    Optional<StoredScore> stored = find(time, total.code().value());
    BigDecimal mean = stored.map(StoredScore::mean).orElse(null);
    return new CoursePoint(
        time.id(),
        submittedAt(time),
        shown(total, stored.map(StoredScore::raw).orElse(null)),
        mean,
        words(its, mean),
        its.scales(Scale.Kind.SUBSCALE).stream()
            .map(scale -> find(time, scale.code().value()).map(StoredScore::mean))
            .toList(),
        time.id().equals(here.id()));
  }

  private Optional<StoredScore> find(Assignment time, String scale) {
    return scores.getOrDefault(time.id(), List.of()).stream()
        .filter(score -> score.scale().equals(scale))
        .findFirst();
  }

  private @Nullable String label(@Nullable Integer value) {
    return value == null
        ? null
        : inventory.responses().stream()
            .filter(option -> option.value() == value)
            .map(ResponseOption::label)
            .findFirst()
            .orElse(null);
  }

  static @Nullable String words(Inventory inventory, @Nullable BigDecimal mean) {
    return mean == null ? null : inventory.nearestWords(mean).label();
  }

  private static @Nullable BigDecimal shown(Scale scale, @Nullable BigDecimal raw) {
    return raw == null ? null : scale.missing().rounding().apply(raw);
  }
}
