package health.trellis.inventory;

import static health.trellis.inventory.SampleInstruments.HYPER;
import static health.trellis.inventory.SampleInstruments.SYNTHETIC;
import static health.trellis.inventory.SampleInstruments.all;
import static health.trellis.inventory.SampleInstruments.five;
import static health.trellis.inventory.SampleInstruments.item;
import static health.trellis.inventory.SampleInstruments.scale;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScoringTest {
  private static final ScaleCode HELP = scale("help");
  private static final ScaleCode TOTAL = scale("total");

  @ParameterizedTest(name = "{0},{1},{2},{3},{4} scores {5}, shown {6}, mean {7}")
  @CsvSource({
    // help2 is reversed: x' = 4 - x
    "0, 4, 0, 0, 0, 0.00, 0, 0.00",
    "4, 0, 4, 4, 4, 20.00, 20, 4.00",
    "1, 1, 1, 1, 1, 7.00, 7, 1.40",
    "0, 0, 0, 0, 0, 4.00, 4, 0.80",
    "3, 2, 1, 0, 4, 10.00, 10, 2.00",
    // one or two missing: 5 x the mean of those answered
    "3, , 3, 2, 2, 12.50, 13, 2.50",
    "1, , 1, 1, , 5.00, 5, 1.00",
    ", 4, , 2, 0, 3.33, 3, 0.67",
    ", 3, , 3, 3, 11.67, 12, 2.33",
    "1, 4, 0, 0, , 1.25, 1, 0.25",
    "2, 4, 0, 0, , 2.50, 3, 0.50",
  })
  void a_subscale_is_five_times_the_mean_of_the_answers_given(
      Integer a, Integer b, Integer c, Integer d, Integer e, String raw, int shown, String mean) {
    Score score = Scoring.score(HYPER, five("help", a, b, c, d, e)).of(HELP);

    assertThat(score.scorable()).isTrue();
    assertThat(score.raw()).isEqualTo(new BigDecimal(raw));
    assertThat(score.shown()).isEqualTo(BigDecimal.valueOf(shown));
    assertThat(score.mean()).isEqualTo(new BigDecimal(mean));
    assertThat(score.items()).isEqualTo(5);
    assertThat(score.prorated()).isEqualTo(score.answered() < 5);
    assertThat(score.band()).isNull();
  }

  @Test
  void fewer_than_three_of_five_are_not_scorable() {
    Score score = Scoring.score(HYPER, five("help", 4, 4)).of(HELP);

    assertThat(score.scorable()).isFalse();
    assertThat(score.raw()).isNull();
    assertThat(score.shown()).isNull();
    assertThat(score.mean()).isNull();
    assertThat(score.prorated()).isFalse();
    assertThat(score.answered()).isEqualTo(2);
    assertThat(score.items()).isEqualTo(5);
  }

  @Test
  void no_answers_make_no_score_on_any_scale() {
    assertThat(Scoring.score(HYPER, Answers.NONE).all())
        .hasSize(9)
        .allSatisfy(score -> assertThat(score.scorable()).isFalse())
        .allSatisfy(score -> assertThat(score.answered()).isZero());
  }

  @Test
  void the_total_adds_the_subscales_after_reversing() {
    // 20 items at 3 and 5 reversed ones at 4 - 3
    Score total = Scoring.score(HYPER, all(HYPER, 3)).of(TOTAL);

    assertThat(total.raw()).isEqualTo(new BigDecimal("65.00"));
    assertThat(total.mean()).isEqualTo(new BigDecimal("2.60"));
    assertThat(total.shown()).isEqualTo(new BigDecimal("65"));
    assertThat(total.answered()).isEqualTo(25);
    assertThat(total.items()).isEqualTo(25);
    assertThat(total.prorated()).isFalse();
  }

  @Test
  void the_total_is_prorated_where_a_subscale_is() {
    Answers answers = all(HYPER, 3).without(item("help1")).without(item("help3"));

    Score total = Scoring.score(HYPER, answers).of(TOTAL);

    // help: 3 answered, 1 + 3 + 3 = 7, 5 x 7/3 = 11.67 in place of 13
    assertThat(total.raw()).isEqualTo(new BigDecimal("63.67"));
    assertThat(total.shown()).isEqualTo(new BigDecimal("64"));
    assertThat(total.mean()).isEqualTo(new BigDecimal("2.55"));
    assertThat(total.prorated()).isTrue();
    assertThat(total.answered()).isEqualTo(23);
  }

  @Test
  void the_total_needs_every_subscale() {
    Answers answers = all(HYPER, 3);
    for (int i = 1; i <= 3; i++) {
      answers = answers.without(item("intimacy" + i));
    }

    Scores scores = Scoring.score(HYPER, answers);

    assertThat(scores.of(scale("intimacy")).scorable()).isFalse();
    assertThat(scores.of(scale("help")).scorable()).isTrue();
    assertThat(scores.of(TOTAL).scorable()).isFalse();
    assertThat(scores.of(TOTAL).answered()).isEqualTo(22);
  }

  @Test
  void signs_benefits_and_costs_stand_beside_the_total() {
    Answers none = all(HYPER, 2);
    Answers most = none;
    for (Item each : HYPER.items()) {
      if (each.kind() != Item.Kind.SCORED) {
        most = most.with(each.code(), 4);
      }
    }

    Scores low = Scoring.score(HYPER, none);
    Scores high = Scoring.score(HYPER, most);

    assertThat(high.of(TOTAL)).isEqualTo(low.of(TOTAL));
    assertThat(high.of(scale("signs")).raw()).isEqualTo(new BigDecimal("28.00"));
    assertThat(low.of(scale("signs")).raw()).isEqualTo(new BigDecimal("14.00"));
    assertThat(high.of(scale("benefits")).raw()).isEqualTo(new BigDecimal("16.00"));
    assertThat(high.of(scale("costs")).raw()).isEqualTo(new BigDecimal("16.00"));
  }

  @ParameterizedTest(name = "{0}: {1} answered is scorable: {2}")
  @CsvSource({
    "sign, 4, true, signs",
    "sign, 3, false, signs",
    "benefit, 3, true, benefits",
    "benefit, 2, false, benefits",
    "cost, 3, true, costs",
    "cost, 2, false, costs",
  })
  void more_than_half_must_be_answered(String stem, int answered, boolean scorable, String scale) {
    Integer[] values = new Integer[answered];
    Arrays.fill(values, 2);

    Score score = Scoring.score(HYPER, five(stem, values)).of(scale(scale));

    assertThat(score.scorable()).isEqualTo(scorable);
    assertThat(score.mean()).isEqualTo(scorable ? new BigDecimal("2.00") : null);
  }

  @ParameterizedTest(name = "{0} of 15 answered: {2}")
  @CsvSource({"12, 5, 6.25, 6", "15, 5, 5.00, 5", "13, 5, 5.77, 6", "11, 5, , "})
  void the_rule_of_the_GDS_15_prorates_when_at_most_three_are_missing(
      int answered, int sum, String raw, Integer shown) {
    Inventory gds = yesNo(15, 12);
    Answers answers = Answers.NONE;
    for (int i = 1; i <= answered; i++) {
      answers = answers.with(item("q" + i), i <= sum ? 1 : 0);
    }

    Score score = Scoring.score(gds, answers).of(TOTAL);

    assertThat(score.raw()).isEqualTo(raw == null ? null : new BigDecimal(raw));
    assertThat(score.shown()).isEqualTo(shown == null ? null : BigDecimal.valueOf(shown));
  }

  @ParameterizedTest(name = "{0},{1},{2} is {3}, {4}; as a mean {5}")
  @CsvSource({
    "1, 5, 1, 3.00, low, 1.00",
    "2, 3, 2, 7.00, low, 2.33",
    "5, 1, 5, 15.00, high, 5.00",
    "3, 3, 3, 9.00, high, 3.00",
    "3, 3, 2, 8.00, low, 2.67",
    "1, , 5, 9.00, high, 3.00",
    // 3 x 5/2 = 7.5, shown as 8: the band is that of the score shown
    "2, 3, , 7.50, low, 2.50",
    ", , 5, , , 5.00",
  })
  void a_band_is_that_of_the_score_shown(
      Integer a, Integer b, Integer c, String raw, String band, String mean) {
    Scores scores = Scoring.score(SYNTHETIC, five("m", a, b, c));

    Score mood = scores.of(scale("mood"));
    assertThat(mood.raw()).isEqualTo(raw == null ? null : new BigDecimal(raw));
    assertThat(mood.band() == null ? null : mood.band().code()).isEqualTo(band);
    Score meanMood = scores.of(scale("mean-mood"));
    assertThat(meanMood.raw()).isEqualTo(new BigDecimal(mean));
    assertThat(meanMood.shown()).isEqualTo(new BigDecimal(mean));
    assertThat(meanMood.mean()).isEqualTo(new BigDecimal(mean));
  }

  @Test
  void a_critical_item_is_raised_by_its_answers_alone() {
    ItemCode safe = item("safe");
    List<CriticalItem> raised =
        Scoring.score(SYNTHETIC, five("m", 5, 1, 5).with(safe, 2)).critical();

    assertThat(raised).extracting(CriticalItem::item).containsExactly(safe);
    assertThat(Scoring.score(SYNTHETIC, Answers.NONE.with(safe, 3)).critical()).isEmpty();
    assertThat(Scoring.score(SYNTHETIC, Answers.NONE).critical()).isEmpty();
    assertThat(Scoring.score(HYPER, all(HYPER, 4)).critical()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"help1, -1", "help1, 5", "help1, 2147483647"})
  void an_answer_out_of_range_is_refused(String code, int value) {
    assertThatThrownBy(() -> Scoring.score(HYPER, Answers.NONE.with(item(code), value)))
        .isInstanceOfSatisfying(
            UnusableAnswer.class, e -> assertThat(e.item()).isEqualTo(item(code)))
        .hasMessageContaining("is no answer to item 2 (help1) of hyper-independence");
  }

  @Test
  void a_number_between_two_answers_is_refused() {
    assertThatThrownBy(() -> Scoring.score(SYNTHETIC, five("m", 4)))
        .isInstanceOf(UnusableAnswer.class);
  }

  @Test
  void an_answer_to_an_unknown_item_is_refused() {
    assertThatThrownBy(() -> Scoring.score(HYPER, five("nobody", 1)))
        .isInstanceOf(UnusableAnswer.class)
        .hasMessageContaining("has no item nobody1");
  }

  @Test
  void asking_for_a_scale_that_is_not_there_fails() {
    Scores scores = Scoring.score(HYPER, Answers.NONE);

    assertThatThrownBy(() -> scores.of(scale("mood"))).isInstanceOf(NoSuchElementException.class);
  }

  @Test
  void answers_are_what_they_were_when_made() {
    Map<ItemCode, Integer> values = new HashMap<>(Map.of(item("help1"), 3));
    Answers answers = new Answers(values);
    values.clear();

    assertThat(answers.find(item("help1"))).contains(3);
    assertThat(answers.with(item("help1"), 1).find(item("help1"))).contains(1);
    assertThat(answers.without(item("help1"))).isEqualTo(Answers.NONE);
    assertThat(answers.with(item("help3"), 0).values()).hasSize(2);
  }

  /** An instrument of yes-no questions whose total needs a smallest number of answers. */
  private static Inventory yesNo(int items, int minimum) {
    List<Item> questions =
        IntStream.rangeClosed(1, items)
            .mapToObj(
                i -> new Item(item("q" + i), i, "Question " + i, false, true, Item.Kind.SCORED))
            .toList();
    MissingRule rule = new MissingRule(minimum, MissingRule.Method.PRORATE, Rounding.WHOLE);
    Scale total =
        new Scale(
            TOTAL,
            Scale.Kind.TOTAL,
            "Total",
            "All.",
            questions.stream().map(Item::code).toList(),
            List.of(),
            rule,
            List.of());
    return new Inventory(
        new InventoryCode("yes-no"),
        1,
        "en",
        SYNTHETIC.about(),
        true,
        List.of(new ResponseOption(0, "no"), new ResponseOption(1, "yes")),
        List.of(new Section("all", "All", "Answer.", questions)),
        List.of(total),
        List.of(),
        "0");
  }
}
