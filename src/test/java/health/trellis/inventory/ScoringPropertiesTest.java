package health.trellis.inventory;

import static health.trellis.inventory.SampleInstruments.HYPER;
import static health.trellis.inventory.SampleInstruments.HYPER_DE;
import static health.trellis.inventory.SampleInstruments.scale;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What holds for every set of answers to the instrument that comes with Trellis. */
class ScoringPropertiesTest {
  private static final int TRIES = 300;

  @Provide
  Arbitrary<Answers> complete() {
    return Arbitraries.integers().between(0, 4).list().ofSize(40).map(this::answers);
  }

  @Provide
  Arbitrary<Answers> partial() {
    return Arbitraries.integers()
        .between(0, 4)
        .optional(0.7)
        .list()
        .ofSize(40)
        .map(
            values -> {
              Answers answers = Answers.NONE;
              for (int i = 0; i < values.size(); i++) {
                Optional<Integer> value = values.get(i);
                if (value.isPresent()) {
                  answers = answers.with(HYPER.items().get(i).code(), value.get());
                }
              }
              return answers;
            });
  }

  @Property(tries = TRIES)
  void reversing_twice_changes_nothing(
      @ForAll @IntRange(max = 39) int place, @ForAll @IntRange(max = 4) int answer) {
    Item item = HYPER.items().get(place);

    assertThat(HYPER.keyed(item, HYPER.keyed(item, answer))).isEqualTo(answer);
  }

  @Property(tries = TRIES)
  void a_score_lies_between_all_never_and_all_almost_always(@ForAll("partial") Answers answers) {
    for (Score score : Scoring.score(HYPER, answers).all()) {
      if (score.raw() != null) {
        assertThat(score.raw()).isBetween(BigDecimal.ZERO, BigDecimal.valueOf(4L * score.items()));
        assertThat(score.mean()).isBetween(BigDecimal.ZERO, BigDecimal.valueOf(4));
      }
    }
  }

  @Property(tries = TRIES)
  void complete_answers_are_simply_added_up(@ForAll("complete") Answers answers) {
    Scores scores = Scoring.score(HYPER, answers);

    for (Scale scale : HYPER.scales()) {
      Score score = scores.of(scale.code());
      assertThat(score.raw()).isEqualByComparingTo(BigDecimal.valueOf(sum(scale, answers)));
      assertThat(score.prorated()).isFalse();
    }
  }

  @Property(tries = TRIES)
  void a_missing_answer_never_counts_as_zero(@ForAll("partial") Answers answers) {
    Scores scores = Scoring.score(HYPER, answers);

    for (Scale scale : HYPER.scales()) {
      Score score = scores.of(scale.code());
      if (score.raw() == null || scale.madeOfParts()) {
        continue;
      }
      BigDecimal expected =
          BigDecimal.valueOf(sum(scale, answers))
              .multiply(BigDecimal.valueOf(scale.items().size()))
              .divide(BigDecimal.valueOf(score.answered()), 2, RoundingMode.HALF_UP);
      assertThat(score.raw()).isEqualByComparingTo(expected);
      assertThat(score.prorated()).isEqualTo(score.answered() < scale.items().size());
    }
  }

  @Property(tries = TRIES)
  void a_scale_has_a_score_exactly_when_enough_is_answered(@ForAll("partial") Answers answers) {
    Scores scores = Scoring.score(HYPER, answers);
    boolean allSubscales =
        HYPER.scales(Scale.Kind.SUBSCALE).stream()
            .allMatch(scale -> scores.of(scale.code()).scorable());

    for (Scale scale : HYPER.scales()) {
      Score score = scores.of(scale.code());
      boolean enough =
          scale.madeOfParts() ? allSubscales : score.answered() > scale.items().size() / 2;
      assertThat(score.scorable()).isEqualTo(enough);
    }
  }

  @Property(tries = TRIES)
  void the_total_is_the_sum_of_its_subscales(@ForAll("partial") Answers answers) {
    Scores scores = Scoring.score(HYPER, answers);
    Score total = scores.of(scale("total"));
    BigDecimal sum = BigDecimal.ZERO;
    for (Scale each : HYPER.scales(Scale.Kind.SUBSCALE)) {
      BigDecimal raw = scores.of(each.code()).raw();
      sum = raw == null ? sum : sum.add(raw);
    }

    assertThat(total.raw() == null || total.raw().compareTo(sum) == 0).isTrue();
  }

  @Property(tries = TRIES)
  void who_gives_which_answer_within_a_scale_does_not_matter(
      @ForAll("complete") Answers answers, @ForAll Random random) {
    Scale help = HYPER.scale(scale("help"));
    List<ItemCode> plain =
        help.items().stream().filter(code -> !HYPER.item(code).reversed()).toList();
    List<ItemCode> shuffled = new ArrayList<>(plain);
    Collections.shuffle(shuffled, random);
    Answers permuted = answers;
    for (int i = 0; i < plain.size(); i++) {
      permuted = permuted.with(shuffled.get(i), answers.find(plain.get(i)).orElseThrow());
    }

    assertThat(Scoring.score(HYPER, permuted)).isEqualTo(Scoring.score(HYPER, answers));
  }

  @Property(tries = TRIES)
  void turning_every_answer_round_turns_every_score_round(@ForAll("complete") Answers answers) {
    Answers turned = Answers.NONE;
    for (Item item : HYPER.items()) {
      turned = turned.with(item.code(), 4 - answers.find(item.code()).orElseThrow());
    }
    Scores there = Scoring.score(HYPER, answers);
    Scores back = Scoring.score(HYPER, turned);

    for (Scale scale : HYPER.scales()) {
      assertThat(raw(there, scale).add(raw(back, scale)))
          .isEqualByComparingTo(BigDecimal.valueOf(4L * scale.items().size()));
    }
  }

  @Property(tries = TRIES)
  void both_languages_make_the_same_scores(@ForAll("partial") Answers answers) {
    assertThat(Scoring.score(HYPER_DE, answers)).isEqualTo(Scoring.score(HYPER, answers));
  }

  private Answers answers(List<Integer> values) {
    Answers answers = Answers.NONE;
    for (int i = 0; i < values.size(); i++) {
      answers = answers.with(HYPER.items().get(i).code(), values.get(i));
    }
    return answers;
  }

  private static BigDecimal raw(Scores scores, Scale scale) {
    return Objects.requireNonNull(scores.of(scale.code()).raw());
  }

  private static long sum(Scale scale, Answers answers) {
    return scale.items().stream()
        .filter(code -> answers.find(code).isPresent())
        .mapToLong(code -> keyedByHand(code, answers.find(code).orElseThrow()))
        .sum();
  }

  /** Written out apart from the code under test. */
  private static long keyedByHand(ItemCode code, int answer) {
    return List.of("help2", "perfectionism3", "vulnerability4", "solitude5", "intimacy5")
            .contains(code.value())
        ? 4L - answer
        : answer;
  }
}
