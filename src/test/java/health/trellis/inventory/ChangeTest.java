package health.trellis.inventory;

import static health.trellis.inventory.SampleInstruments.HYPER;
import static health.trellis.inventory.SampleInstruments.SYNTHETIC;
import static health.trellis.inventory.SampleInstruments.all;
import static health.trellis.inventory.SampleInstruments.item;
import static health.trellis.inventory.SampleInstruments.scale;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import health.trellis.inventory.ReferenceValues.Group;
import health.trellis.inventory.ReferenceValues.Origin;
import health.trellis.inventory.ReferenceValues.Reliability;
import health.trellis.inventory.Verdict.Outcome;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ChangeTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 24);
  private static final ScaleCode TOTAL = scale("total");
  private static final ScaleCode MOOD = scale("mood");

  /** Clinical 60 / 10, functional 30 / 10, r .91: SEM 3, S_diff 4.243, threshold 8.316, c 45. */
  private static final ReferenceValues LOWER_IS_BETTER =
      reference(HYPER, TOTAL, group(60, 10), group(30, 10), 0.91);

  @Test
  void the_example_of_Jacobson_and_Truax_1991() {
    ReferenceValues reference = reference(SYNTHETIC, MOOD, group(40, 7.5), group(60, 7.5), 0.80);

    Verdict verdict =
        Change.verdict(SYNTHETIC, reference, score(MOOD, "32.5"), score(MOOD, "47.5"));

    Verdict.Evidence evidence = evidence(verdict);
    assertThat(evidence.sem()).isCloseTo(3.354, within(0.0005));
    assertThat(evidence.sDiff()).isCloseTo(4.743, within(0.0005));
    assertThat(evidence.reliableChange()).isCloseTo(3.16, within(0.005));
    assertThat(evidence.threshold()).isCloseTo(9.297, within(0.0005));
    assertThat(evidence.cutOffs().a()).isEqualTo(55);
    assertThat(evidence.cutOffs().b()).isEqualTo(45);
    assertThat(evidence.cutOffs().c()).isEqualTo(50);
    assertThat(evidence.cutOffs().used()).isEqualTo(50);
    // 47.5 has not reached c, so reliable improvement is all there is
    assertThat(verdict.outcome()).isEqualTo(Outcome.IMPROVED);
  }

  @Test
  void cut_off_c_as_the_R_package_clinicalsignificance_has_it() {
    ReferenceValues reference = reference(HYPER, TOTAL, group(34.73, 8.26), group(7, 7), 0.80);

    assertThat(CutOffs.of(reference, true).c()).isCloseTo(19.72, within(0.005));
  }

  @Test
  void cut_offs_where_lower_is_better_lie_the_other_way() {
    CutOffs cutOffs = CutOffs.of(LOWER_IS_BETTER, true);

    assertThat(cutOffs.a()).isEqualTo(40);
    assertThat(cutOffs.b()).isEqualTo(50);
    assertThat(cutOffs.c()).isEqualTo(45);
    assertThat(cutOffs.knowsFunctional()).isTrue();
  }

  @ParameterizedTest(name = "lower is better, {0} to {1}: {2}")
  @CsvSource({
    "60, 44.99, RECOVERED",
    "60, 45, IMPROVED",
    "60, 51, IMPROVED",
    "60, 52, UNCHANGED",
    "60, 60, UNCHANGED",
    "60, 68, UNCHANGED",
    "60, 69, DETERIORATED",
    "46, 44, UNCHANGED",
    "45, 30, RECOVERED",
    "44.99, 30, PAST_CUT_OFF_AT_BASELINE",
    "30, 60, PAST_CUT_OFF_AT_BASELINE",
  })
  void the_class_where_lower_is_better(String first, String last, Outcome outcome) {
    Verdict verdict =
        Change.verdict(HYPER, LOWER_IS_BETTER, score(TOTAL, first), score(TOTAL, last));

    assertThat(verdict.outcome()).isEqualTo(outcome);
    assertThat(evidence(verdict).reference()).isEqualTo(LOWER_IS_BETTER);
    assertThat(evidence(verdict).first()).isEqualTo(Double.parseDouble(first));
    assertThat(evidence(verdict).last()).isEqualTo(Double.parseDouble(last));
    assertThat(evidence(verdict).better())
        .isEqualTo(Double.parseDouble(last) < Double.parseDouble(first));
  }

  @ParameterizedTest(name = "higher is better, {0} to {1}: {2}")
  @CsvSource({
    "30, 45.01, RECOVERED",
    "30, 45, IMPROVED",
    "30, 38, UNCHANGED",
    "30, 21, DETERIORATED",
    "45, 60, RECOVERED",
    "45.01, 60, PAST_CUT_OFF_AT_BASELINE",
  })
  void the_class_where_higher_is_better(String first, String last, Outcome outcome) {
    ReferenceValues reference = reference(SYNTHETIC, MOOD, group(30, 10), group(60, 10), 0.91);

    Verdict verdict = Change.verdict(SYNTHETIC, reference, score(MOOD, first), score(MOOD, last));

    assertThat(verdict.outcome()).isEqualTo(outcome);
  }

  @ParameterizedTest
  @CsvSource({"1.96, false", "-1.96, false", "1.9601, true", "-1.9601, true", "0, false"})
  void a_change_of_exactly_the_threshold_is_not_reliable(double reliableChange, boolean reliable) {
    assertThat(Change.isReliable(reliableChange)).isEqualTo(reliable);
  }

  @Test
  void a_clinics_own_clients_give_cut_off_a_and_never_recovered() {
    Group own = new Group(60, 10, 80, Origin.OWN_CLIENTS, "own clients", DAY);
    ReferenceValues reference =
        new ReferenceValues(HYPER.code(), 1, TOTAL, 1, own, null, reliability(0.91));

    Verdict verdict = Change.verdict(HYPER, reference, score(TOTAL, "60"), score(TOTAL, "5"));

    CutOffs cutOffs = evidence(verdict).cutOffs();
    assertThat(cutOffs.a()).isEqualTo(40);
    assertThat(cutOffs.b()).isNull();
    assertThat(cutOffs.c()).isNull();
    assertThat(cutOffs.used()).isEqualTo(40);
    assertThat(cutOffs.knowsFunctional()).isFalse();
    assertThat(verdict.outcome()).isEqualTo(Outcome.IMPROVED);
    assertThat(Change.verdict(HYPER, reference, score(TOTAL, "39"), score(TOTAL, "5")).outcome())
        .isEqualTo(Outcome.PAST_CUT_OFF_AT_BASELINE);
  }

  @Test
  void without_reference_values_there_is_no_verdict() {
    Verdict verdict = Change.verdict(HYPER, null, score(TOTAL, "60"), score(TOTAL, "5"));

    assertThat(verdict).isEqualTo(new Verdict(Outcome.NO_REFERENCE_VALUES, null));
  }

  @Test
  void without_two_scores_there_is_no_verdict() {
    Score none = Scoring.score(HYPER, Answers.NONE).of(TOTAL);
    Score some = score(TOTAL, "60");

    assertThat(Change.verdict(HYPER, LOWER_IS_BETTER, none, some).outcome())
        .isEqualTo(Outcome.NOT_SCORABLE);
    assertThat(Change.verdict(HYPER, null, some, none).outcome()).isEqualTo(Outcome.NOT_SCORABLE);
  }

  @Test
  void scores_of_two_scales_are_not_compared() {
    assertThatThrownBy(
            () ->
                Change.verdict(
                    HYPER, LOWER_IS_BETTER, score(TOTAL, "60"), score(scale("help"), "5")))
        .hasMessage("cannot compare total with help");
  }

  @ParameterizedTest
  @CsvSource({"benefits", "costs"})
  void benefits_and_costs_have_no_better_or_worse(String code) {
    Score score = score(scale(code), "8");

    assertThatThrownBy(() -> Change.verdict(HYPER, null, score, score))
        .hasMessageContaining("for the client to weigh");
  }

  @Test
  void reference_values_serve_their_own_scale_version_and_instrument_alone() {
    Score sixty = score(TOTAL, "60");
    Score help = score(scale("help"), "10");
    ReferenceValues otherVersion =
        new ReferenceValues(HYPER.code(), 2, TOTAL, 1, group(60, 10), null, reliability(0.91));
    ReferenceValues otherInstrument =
        new ReferenceValues(SYNTHETIC.code(), 1, TOTAL, 1, group(60, 10), null, reliability(0.91));

    assertThatThrownBy(() -> Change.verdict(HYPER, LOWER_IS_BETTER, help, help))
        .hasMessage(
            "these reference values are of hyper-independence version 1, scale total, "
                + "not of hyper-independence version 1, scale help");
    assertThatThrownBy(() -> Change.verdict(HYPER, otherVersion, sixty, sixty))
        .hasMessageContaining("version 2");
    assertThatThrownBy(() -> Change.verdict(HYPER, otherInstrument, sixty, sixty))
        .hasMessageContaining("synthetic-mood");
  }

  @Test
  void a_functional_group_that_scores_worse_is_refused() {
    ReferenceValues upsideDown = reference(HYPER, TOTAL, group(30, 10), group(60, 10), 0.91);

    assertThatThrownBy(
            () -> Change.verdict(HYPER, upsideDown, score(TOTAL, "60"), score(TOTAL, "5")))
        .hasMessageContaining("check lowerIsBetter");
  }

  @Test
  void the_items_answered_differently_are_told_one_by_one() {
    Answers before = all(HYPER, 2).with(item("solitude2"), 4).without(item("help1"));
    Answers after =
        all(HYPER, 2).with(item("solitude2"), 1).without(item("cost4")).with(item("help1"), 0);

    assertThat(Change.items(HYPER, before, after))
        .containsExactly(
            new ItemChange(HYPER.item(item("help1")), null, 0),
            new ItemChange(HYPER.item(item("solitude2")), 4, 1),
            new ItemChange(HYPER.item(item("cost4")), 2, null));
    assertThat(HYPER.item(item("solitude2")).number()).isEqualTo(7);
  }

  @ParameterizedTest
  @EnumSource(Outcome.class)
  void a_verdict_comes_with_its_evidence(Outcome outcome) {
    boolean needsEvidence =
        outcome != Outcome.NO_REFERENCE_VALUES && outcome != Outcome.NOT_SCORABLE;

    if (needsEvidence) {
      assertThatThrownBy(() -> new Verdict(outcome, null)).hasMessageContaining("evidence");
    } else {
      assertThat(new Verdict(outcome, null).outcome().isClass()).isFalse();
    }
    assertThat(outcome.isClass())
        .isEqualTo(needsEvidence && outcome != Outcome.PAST_CUT_OFF_AT_BASELINE);
  }

  @Test
  void no_verdict_comes_without_evidence() {
    Verdict.Evidence evidence =
        Change.verdict(HYPER, LOWER_IS_BETTER, score(TOTAL, "60"), score(TOTAL, "5")).evidence();

    assertThatThrownBy(() -> new Verdict(Outcome.NOT_SCORABLE, evidence))
        .hasMessageContaining("evidence");
  }

  @ParameterizedTest
  @CsvSource({
    "0, 10, 10",
    "-1, 10, 10",
    "NaN, 10, 10",
    "Infinity, 10, 10",
    "5, NaN, 10",
    "5, 10, 1"
  })
  void a_group_without_sense_is_refused(double sd, double mean, int n) {
    assertThatThrownBy(() -> new Group(mean, sd, n, Origin.PUBLISHED, "source", DAY))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource({"-0.01, 10", "1, 10", "NaN, 10", "0.5, 1"})
  void a_reliability_without_sense_is_refused(double r, int n) {
    assertThatThrownBy(() -> new Reliability(r, Reliability.Kind.ALPHA, n, "source", DAY))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void the_smallest_groups_and_reliabilities_are_taken() {
    assertThat(new Group(0, 0.1, 2, Origin.PUBLISHED, "source", DAY).n()).isEqualTo(2);
    assertThat(new Reliability(0, Reliability.Kind.RETEST, 2, "source", DAY).r()).isZero();
  }

  @Test
  void figures_without_a_source_are_refused() {
    assertThatThrownBy(() -> new Group(1, 1, 9, Origin.PUBLISHED, " ", DAY))
        .hasMessage("a source must not be blank");
    assertThatThrownBy(() -> new Reliability(0.5, Reliability.Kind.ALPHA, 9, "", DAY))
        .hasMessage("a source must not be blank");
  }

  @Test
  void own_clients_are_no_functional_group() {
    Group own = new Group(30, 10, 80, Origin.OWN_CLIENTS, "own clients", DAY);

    assertThatThrownBy(() -> reference(HYPER, TOTAL, group(60, 10), own, 0.9))
        .hasMessageContaining("no functional group");
    assertThatThrownBy(() -> reference(HYPER, TOTAL, group(60, 10), group(60, 5), 0.9))
        .hasMessageContaining("differ");
  }

  @ParameterizedTest
  @CsvSource({"0, 1", "1, 0"})
  void versions_count_from_one(int inventoryVersion, int version) {
    assertThatThrownBy(
            () ->
                new ReferenceValues(
                    HYPER.code(),
                    inventoryVersion,
                    TOTAL,
                    version,
                    group(60, 10),
                    null,
                    reliability(0.9)))
        .hasMessageContaining("from 1");
  }

  private static Verdict.Evidence evidence(Verdict verdict) {
    return Objects.requireNonNull(verdict.evidence());
  }

  private static ReferenceValues reference(
      Inventory inventory, ScaleCode scale, Group clinical, Group functional, double r) {
    return new ReferenceValues(
        inventory.code(), inventory.version(), scale, 1, clinical, functional, reliability(r));
  }

  private static Group group(double mean, double sd) {
    return new Group(mean, sd, 100, Origin.PUBLISHED, "invented for a test", DAY);
  }

  private static Reliability reliability(double r) {
    return new Reliability(r, Reliability.Kind.ALPHA, 100, "invented for a test", DAY);
  }

  private static Score score(ScaleCode scale, String raw) {
    BigDecimal kept = new BigDecimal(raw).setScale(2);
    BigDecimal shown = kept.setScale(0, RoundingMode.HALF_UP);
    return new Score(scale, kept, shown, BigDecimal.ONE, false, 5, 5, null);
  }
}
