package health.trellis.inventory;

import static health.trellis.inventory.SampleInstruments.item;
import static health.trellis.inventory.SampleInstruments.scale;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.trellis.inventory.MissingRule.Method;
import health.trellis.inventory.Rounding.Mode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules that a scale and its parts keep on their own. */
class ScaleTest {
  private static final List<ItemCode> TWO = List.of(item("a"), item("b"));
  private static final MissingRule ONE_OF = rule(1, Method.PRORATE);

  @ParameterizedTest(name = "{0} to {1} decimals {2}: {3}")
  @CsvSource({
    "6.25, 0, HALF_UP, 6",
    "6.50, 0, HALF_UP, 7",
    "6.49, 0, HALF_UP, 6",
    "6.25, 1, HALF_UP, 6.3",
    "6.25, 2, HALF_UP, 6.25",
    "6.01, 0, UP, 7",
    "6.99, 0, DOWN, 6",
    "6.00, 0, UP, 6",
  })
  void a_score_is_rounded_as_its_scale_says(
      BigDecimal kept, int decimals, Mode mode, BigDecimal shown) {
    assertThat(new Rounding(decimals, mode).apply(kept)).isEqualTo(shown);
  }

  @ParameterizedTest
  @CsvSource({"-1", "3"})
  void a_score_shows_at_most_two_decimals(int decimals) {
    assertThatThrownBy(() -> new Rounding(decimals, Mode.UP)).hasMessageContaining("0 to 2");
  }

  @Test
  void a_score_out_of_nothing_is_refused() {
    assertThatThrownBy(() -> rule(0, Method.PRORATE))
        .hasMessageContaining("a missing answer is never 0");
  }

  @ParameterizedTest
  @CsvSource({"4.99, false", "5, true", "5.00, true", "9, true", "9.01, false"})
  void both_ends_belong_to_a_band(BigDecimal score, boolean inside) {
    assertThat(band("mild", 5, 9).contains(score)).isEqualTo(inside);
  }

  @Test
  void a_band_of_one_score_is_possible_and_one_upside_down_is_not() {
    assertThat(band("one", 5, 5).contains(BigDecimal.valueOf(5))).isTrue();
    assertThatThrownBy(() -> band("mild", 9, 5)).hasMessageContaining("from 9 down to 5");
  }

  @Test
  void a_band_says_where_it_was_taken_from() {
    BigDecimal one = BigDecimal.ONE;
    assertThatThrownBy(() -> new Band("a", "mild", one, one, " "))
        .hasMessage("the citation of band a must not be blank");
    assertThatThrownBy(() -> new Band("a", " ", one, one, "c")).hasMessageContaining("label");
    assertThatThrownBy(() -> new Band(" ", "mild", one, one, "c")).hasMessageContaining("code");
  }

  @Test
  void bands_follow_each_other_without_gap_or_overlap() {
    assertThat(scaleWith(ONE_OF, band("low", 0, 4), band("high", 5, 8)).bands()).hasSize(2);
    assertThatThrownBy(() -> scaleWith(ONE_OF, band("low", 0, 4), band("high", 6, 8)))
        .hasMessage("scale s: band high must begin at 5");
    assertThatThrownBy(() -> scaleWith(ONE_OF, band("low", 0, 4), band("high", 4, 8)))
        .hasMessage("scale s: band high must begin at 5");
    assertThatThrownBy(
            () -> scaleWith(ONE_OF, band("low", 0, 4), band("middle", 5, 6), band("high", 5, 8)))
        .hasMessage("scale s: band high must begin at 7");
  }

  @Test
  void bands_of_a_score_with_decimals_follow_by_the_last_decimal() {
    MissingRule tenths = new MissingRule(1, Method.MEAN, new Rounding(1, Mode.HALF_UP));
    Band low = new Band("low", "low", new BigDecimal("0"), new BigDecimal("1.4"), "c");
    Band high = new Band("high", "high", new BigDecimal("1.5"), new BigDecimal("4"), "c");

    assertThat(scaleWith(tenths, low, high).bands()).containsExactly(low, high);
    assertThatThrownBy(() -> scaleWith(ONE_OF, low, high)).hasMessageContaining("must begin at");
  }

  @ParameterizedTest
  @CsvSource({"1, true", "2, true", "3, false"})
  void the_smallest_number_can_be_reached(int minimum, boolean possible) {
    MissingRule rule = rule(minimum, Method.PRORATE);
    if (possible) {
      assertThat(scaleWith(rule).missing()).isEqualTo(rule);
    } else {
      assertThatThrownBy(() -> scaleWith(rule)).hasMessage("scale s wants 3 of 2 for a score");
    }
  }

  @Test
  void a_scale_counts_some_items_and_each_once() {
    assertThatThrownBy(() -> plain(Scale.Kind.SUBSCALE, List.of(), List.of(), ONE_OF))
        .hasMessage("scale s counts no items");
    assertThatThrownBy(
            () -> plain(Scale.Kind.SUBSCALE, List.of(item("a"), item("a")), List.of(), ONE_OF))
        .hasMessage("scale s counts an item twice");
  }

  @Test
  void parts_and_their_method_go_together() {
    List<ScaleCode> parts = List.of(scale("x"), scale("y"));
    MissingRule every = rule(2, Method.EVERY_PART);

    assertThat(plain(Scale.Kind.TOTAL, TWO, parts, every).madeOfParts()).isTrue();
    assertThat(scaleWith(ONE_OF).madeOfParts()).isFalse();
    assertThatThrownBy(() -> plain(Scale.Kind.TOTAL, TWO, List.of(), every))
        .hasMessageContaining("go together");
    assertThatThrownBy(() -> plain(Scale.Kind.TOTAL, TWO, parts, ONE_OF))
        .hasMessageContaining("go together");
    assertThatThrownBy(() -> plain(Scale.Kind.SUBSCALE, TWO, parts, every))
        .hasMessage("scale s: only a total is made of parts");
    assertThatThrownBy(() -> plain(Scale.Kind.TOTAL, TWO, parts, rule(1, Method.EVERY_PART)))
        .hasMessage("scale s wants 1 of 2 for a score");
    assertThatThrownBy(() -> plain(Scale.Kind.TOTAL, TWO, parts, rule(3, Method.EVERY_PART)))
        .hasMessage("scale s wants 3 of 2 for a score");
  }

  @Test
  void a_scale_says_what_it_is() {
    assertThatThrownBy(
            () ->
                new Scale(scale("s"), Scale.Kind.TOTAL, "", "d", TWO, List.of(), ONE_OF, List.of()))
        .hasMessage("the title of scale s must not be blank");
    assertThatThrownBy(
            () ->
                new Scale(scale("s"), Scale.Kind.TOTAL, "t", "", TWO, List.of(), ONE_OF, List.of()))
        .hasMessage("the description of scale s must not be blank");
  }

  @Test
  void a_critical_item_names_answers_and_a_reason() {
    assertThatThrownBy(() -> new CriticalItem(item("a"), Set.of(), "why"))
        .hasMessage("critical item a names no answers");
    assertThatThrownBy(() -> new CriticalItem(item("a"), Set.of(1), " "))
        .hasMessageContaining("reason");
  }

  @Test
  void a_score_is_whole_or_not_there() {
    BigDecimal one = new BigDecimal("1.00");
    ScaleCode s = scale("s");

    assertThat(new Score(s, one, one, one, true, 1, 2, null).scorable()).isTrue();
    assertThat(new Score(s, null, null, null, false, 0, 2, null).scorable()).isFalse();
    assertThatThrownBy(() -> new Score(s, one, null, one, false, 2, 2, null))
        .hasMessageContaining("all its parts");
    assertThatThrownBy(() -> new Score(s, one, one, null, false, 2, 2, null))
        .hasMessageContaining("all its parts");
    assertThatThrownBy(() -> new Score(s, one, null, null, false, 2, 2, null))
        .hasMessageContaining("all its parts");
    assertThatThrownBy(() -> new Score(s, null, one, one, false, 2, 2, null))
        .hasMessageContaining("all its parts");
    assertThatThrownBy(() -> new Score(s, null, one, null, false, 2, 2, null))
        .hasMessageContaining("all its parts");
    assertThatThrownBy(() -> new Score(s, null, null, one, false, 2, 2, null))
        .hasMessageContaining("all its parts");
    assertThatThrownBy(() -> new Score(s, null, null, null, true, 1, 2, null))
        .hasMessageContaining("all its parts");
    assertThatThrownBy(() -> new Score(s, null, null, null, false, 1, 2, band("b", 1, 1)))
        .hasMessageContaining("all its parts");
    assertThatThrownBy(() -> new Score(s, one, one, one, false, 1, 2, null))
        .hasMessageContaining("prorated exactly when");
    assertThatThrownBy(() -> new Score(s, one, one, one, true, 2, 2, null))
        .hasMessageContaining("prorated exactly when");
  }

  @ParameterizedTest
  @CsvSource({"-1, 2", "3, 2"})
  void no_more_items_are_answered_than_there_are(int answered, int items) {
    assertThatThrownBy(() -> new Score(scale("s"), null, null, null, false, answered, items, null))
        .hasMessageContaining("cannot be answered");
  }

  private static MissingRule rule(int minimum, Method method) {
    return new MissingRule(minimum, method, Rounding.WHOLE);
  }

  private static Band band(String code, int from, int to) {
    return new Band(code, code, BigDecimal.valueOf(from), BigDecimal.valueOf(to), "invented");
  }

  private static Scale scaleWith(MissingRule rule, Band... bands) {
    return new Scale(
        scale("s"), Scale.Kind.SUBSCALE, "t", "d", TWO, List.of(), rule, List.of(bands));
  }

  private static Scale plain(
      Scale.Kind kind, List<ItemCode> items, List<ScaleCode> parts, MissingRule rule) {
    return new Scale(scale("s"), kind, "t", "d", items, parts, rule, List.of());
  }
}
