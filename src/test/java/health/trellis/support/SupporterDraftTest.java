package health.trellis.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import health.trellis.kernel.InvalidException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SupporterDraftTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 28);

  @Test
  void everything_that_does_not_fit_is_named_at_once() {
    assertThat(
            problems(
                () ->
                    new SupporterDraft(
                        " ",
                        Relation.FRIEND,
                        4,
                        360,
                        null,
                        Set.of(),
                        Set.of(),
                        Tie.WEAK,
                        11,
                        null,
                        -1,
                        1000)))
        .isEqualTo(
            Map.of(
                "alias", "supporter.alias.missing",
                "circle", "supporter.circle.wrong",
                "angle", "supporter.angle.wrong",
                "wouldAsk", "supporter.wouldAsk.wrong",
                "accepted", "supporter.offers.wrong",
                "refused", "supporter.offers.wrong"));
  }

  @Test
  void a_name_of_eighty_characters_fits_and_one_more_does_not() {
    assertThat(Drawn.draft("x".repeat(80), 1, null, Tie.WEAK).alias()).hasSize(80);
    assertThat(problems(() -> Drawn.draft("x".repeat(81), 1, null, Tie.WEAK)))
        .containsExactly(Map.entry("alias", "supporter.alias.long"));
    assertThat(problems(() -> Drawn.draft("x".repeat(500), 1, null, Tie.WEAK)))
        .containsExactly(Map.entry("alias", "supporter.alias.long"));
  }

  @Test
  void any_script_and_any_sign_is_a_name_but_a_line_break_is_none() {
    for (String alias : List.of("<script>alert(1)</script>", "ليلى", "👩‍👩‍👧 Nina", "נועה")) {
      assertThat(Drawn.draft(" " + alias + " ", 3, 7, Tie.STRONG).alias()).isEqualTo(alias);
    }
    assertThat(problems(() -> Drawn.draft("a\nb", 1, null, Tie.WEAK)))
        .containsExactly(Map.entry("alias", "supporter.alias.wrong"));
    assertThat(problems(() -> Drawn.draft("a\0b", 1, null, Tie.WEAK)))
        .containsExactly(Map.entry("alias", "supporter.alias.wrong"));
  }

  @Test
  void nobody_was_asked_on_a_day_that_has_not_come() {
    SupporterDraft tomorrow = Drawn.friend("Ada").asking(5, TODAY.plusDays(1), 0, 0).view().told();
    assertThat(problems(() -> tomorrow.requireAsked(TODAY, Optional.empty())))
        .containsExactly(Map.entry("askedOn", "supporter.askedOn.future"));
    tomorrow.requireAsked(TODAY.plusDays(1), Optional.empty());
  }

  @Test
  void nobody_was_asked_before_the_client_lived() {
    SupporterDraft before = Drawn.friend("Ada").asking(5, TODAY.minusYears(30), 0, 0).view().told();
    before.requireAsked(TODAY, Optional.empty());
    before.requireAsked(TODAY, Optional.of(TODAY.minusYears(30)));
    assertThat(
            problems(
                () -> before.requireAsked(TODAY, Optional.of(TODAY.minusYears(30).plusDays(1)))))
        .containsExactly(Map.entry("askedOn", "supporter.askedOn.past"));
    SupporterDraft ages = Drawn.friend("Ada").asking(5, TODAY.minusYears(121), 0, 0).view().told();
    assertThat(problems(() -> ages.requireAsked(TODAY, Optional.empty())))
        .containsExactly(Map.entry("askedOn", "supporter.askedOn.past"));
  }

  @Test
  void a_spot_is_on_one_of_three_circles_and_within_one_turn() {
    assertThat(problems(() -> new Spot(0, 0))).containsOnlyKeys("circle");
    assertThat(problems(() -> new Spot(4, -1))).containsOnlyKeys("circle", "angle");
    assertThat(new Spot(3, 359).angle()).isEqualTo(359);
  }

  @Test
  void a_free_spot_lies_in_the_middle_of_the_widest_gap() {
    assertThat(Spot.free(2, List.of())).isEqualTo(new Spot(2, 0));
    assertThat(Spot.free(2, List.of(new Spot(1, 10)))).isEqualTo(new Spot(2, 0));
    assertThat(Spot.free(2, List.of(new Spot(2, 10)))).isEqualTo(new Spot(2, 190));
    assertThat(Spot.free(2, List.of(new Spot(2, 100), new Spot(2, 0), new Spot(2, 300))))
        .isEqualTo(new Spot(2, 200));
  }

  private static Map<String, String> problems(Runnable wrong) {
    return catchThrowableOfType(InvalidException.class, wrong::run).problems();
  }
}
