package health.trellis.inventory;

import health.trellis.inventory.Verdict.Evidence;
import health.trellis.inventory.Verdict.Outcome;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The arithmetic that says whether two scores of one client differ by more than chance, and whether
 * the client has crossed from one group of people to another (Jacobson & Truax 1991). Pure
 * functions; without reference values there is no verdict, never a guess.
 *
 * <p>SEM = SD·√(1 − r); S_diff = √2·SEM; RC = (x₂ − x₁)/S_diff; a change is reliable when |RC| >
 * 1.96, so when it exceeds 1.96·S_diff raw points. SD is that of the clinical group, and r the
 * reliability of the scale.
 */
public final class Change {
  /** The standard normal deviate that chance exceeds, either way, five times in a hundred. */
  public static final double CRITICAL = 1.96;

  private Change() {}

  /**
   * The verdict on the change of a scale from a first score to a last.
   *
   * @param inventory the version that both scores belong to
   * @param reference what is known of this scale; absent when nobody knows anything
   * @throws IllegalArgumentException if the scores are not of one scale, if the reference values
   *     are of another scale, instrument or version, or if their functional group scores worse than
   *     the clinical one
   */
  public static Verdict verdict(
      Inventory inventory, @Nullable ReferenceValues reference, Score first, Score last) {
    requireSameScale(inventory, first, last);
    @Nullable BigDecimal x1 = first.raw();
    @Nullable BigDecimal x2 = last.raw();
    if (x1 == null || x2 == null) {
      return new Verdict(Outcome.NOT_SCORABLE, null);
    }
    if (reference == null) {
      return new Verdict(Outcome.NO_REFERENCE_VALUES, null);
    }
    requireFitting(inventory, reference, first.scale());
    Evidence evidence =
        evidence(reference, inventory.lowerIsBetter(), x1.doubleValue(), x2.doubleValue());
    return new Verdict(outcome(evidence, inventory.lowerIsBetter()), evidence);
  }

  /**
   * The items answered differently, in the order asked; a missing answer differs from any other.
   */
  public static List<ItemChange> items(Inventory inventory, Answers before, Answers after) {
    List<ItemChange> changes = new ArrayList<>();
    for (Item item : inventory.items()) {
      @Nullable Integer then = before.find(item.code()).orElse(null);
      @Nullable Integer now = after.find(item.code()).orElse(null);
      if (!Objects.equals(then, now)) {
        changes.add(new ItemChange(item, then, now));
      }
    }
    return List.copyOf(changes);
  }

  /** SEM, the standard error of measurement, in the unit of the standard deviation. */
  static double standardError(double sd, double reliability) {
    return sd * Math.sqrt(1 - reliability);
  }

  /** Whether a reliable change index exceeds chance, either way; 1.96 itself does not. */
  static boolean isReliable(double reliableChange) {
    return Math.abs(reliableChange) > CRITICAL;
  }

  private static Evidence evidence(
      ReferenceValues reference, boolean lowerIsBetter, double first, double last) {
    double sem = standardError(reference.clinical().sd(), reference.reliability().r());
    double sDiff = Math.sqrt(2) * sem;
    double reliableChange = (last - first) / sDiff;
    return new Evidence(
        first,
        last,
        sem,
        sDiff,
        reliableChange,
        CRITICAL * sDiff,
        isReliable(reliableChange),
        isBetter(last, first, lowerIsBetter),
        CutOffs.of(reference, lowerIsBetter),
        reference);
  }

  private static Outcome outcome(Evidence evidence, boolean lowerIsBetter) {
    CutOffs cutOffs = evidence.cutOffs();
    if (isBetter(evidence.first(), cutOffs.used(), lowerIsBetter)) {
      return Outcome.PAST_CUT_OFF_AT_BASELINE;
    }
    if (!evidence.reliable()) {
      return Outcome.UNCHANGED;
    }
    if (!evidence.better()) {
      return Outcome.DETERIORATED;
    }
    boolean across = isBetter(evidence.last(), cutOffs.used(), lowerIsBetter);
    return across && cutOffs.knowsFunctional() ? Outcome.RECOVERED : Outcome.IMPROVED;
  }

  /** Whether a score lies strictly on the better side of a point. */
  private static boolean isBetter(double score, double point, boolean lowerIsBetter) {
    return lowerIsBetter ? score < point : score > point;
  }

  private static void requireSameScale(Inventory inventory, Score first, Score last) {
    if (!first.scale().equals(last.scale())) {
      throw new IllegalArgumentException(
          "cannot compare " + first.scale() + " with " + last.scale());
    }
    Scale.Kind kind = inventory.scale(first.scale()).kind();
    if (kind == Scale.Kind.BENEFITS || kind == Scale.Kind.COSTS) {
      throw new IllegalArgumentException(
          "benefits and costs are for the client to weigh: they have no better or worse");
    }
  }

  private static void requireFitting(
      Inventory inventory, ReferenceValues reference, ScaleCode scale) {
    if (!reference.inventory().equals(inventory.code())
        || reference.inventoryVersion() != inventory.version()
        || !reference.scale().equals(scale)) {
      throw new IllegalArgumentException(
          "these reference values are of %s version %d, scale %s, not of %s version %d, scale %s"
              .formatted(
                  reference.inventory(),
                  reference.inventoryVersion(),
                  reference.scale(),
                  inventory.code(),
                  inventory.version(),
                  scale));
    }
    ReferenceValues.@Nullable Group functional = reference.functional();
    if (functional != null
        && !isBetter(functional.mean(), reference.clinical().mean(), inventory.lowerIsBetter())) {
      throw new IllegalArgumentException(
          "people without the problem must have the better mean: check lowerIsBetter");
    }
  }
}
