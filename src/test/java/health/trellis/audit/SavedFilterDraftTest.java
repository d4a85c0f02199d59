package health.trellis.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import health.trellis.kernel.InvalidException;
import health.trellis.kernel.SavedFilterId;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What can be kept as a question to the log, and which days it means when it is asked. */
class SavedFilterDraftTest {
  private static final LocalDate DAY = LocalDate.of(2026, 3, 1);
  private static final ReviewFilter REFUSED =
      new ReviewFilter(DAY, DAY.plusDays(2), null, null, null, Outcome.REFUSED);

  @Test
  void a_name_is_trimmed() {
    assertThat(new SavedFilterDraft("  Refused \n here ", null, REFUSED).name())
        .isEqualTo("Refused here");
  }

  @Test
  void the_last_days_take_the_place_of_days() {
    assertThat(new SavedFilterDraft("Refused", Recent.WEEK, REFUSED).filter())
        .isEqualTo(new ReviewFilter(null, null, null, null, null, Outcome.REFUSED));
    assertThat(new SavedFilterDraft("Refused", null, REFUSED).filter()).isEqualTo(REFUSED);
  }

  @Test
  void the_last_days_end_on_the_day_of_asking() {
    assertThat(asked(Recent.TODAY, ReviewFilter.ALL).from()).isEqualTo(DAY);
    assertThat(asked(Recent.WEEK, ReviewFilter.ALL).from()).isEqualTo("2026-02-23");
    assertThat(asked(Recent.MONTH, ReviewFilter.ALL).from()).isEqualTo("2026-01-31");
    assertThat(asked(Recent.QUARTER, ReviewFilter.ALL).from()).isEqualTo("2025-12-02");
    assertThat(asked(Recent.WEEK, ReviewFilter.ALL).until()).isNull();
    assertThat(asked(null, REFUSED)).isEqualTo(REFUSED);
  }

  private static ReviewFilter asked(@Nullable Recent recent, ReviewFilter filter) {
    return new SavedFilterView(SavedFilterId.next(), "Refused", recent, filter, "Emil").on(DAY);
  }

  @Test
  void what_does_not_fit_is_told_all_at_once() {
    assertThat(problems("", ReviewFilter.ALL))
        .isEqualTo(Map.of("name", "filter.name.missing", "recent", "filter.nothing"));
    assertThat(problems("x".repeat(81), REFUSED)).isEqualTo(Map.of("name", "filter.name.long"));
    assertThat(problems("a\u0001b", REFUSED)).isEqualTo(Map.of("name", "filter.name.long"));
    assertThat(new SavedFilterDraft("x".repeat(80), null, REFUSED).name()).hasSize(80);
    assertThat(new SavedFilterDraft("All", Recent.TODAY, ReviewFilter.ALL).recent())
        .isEqualTo(Recent.TODAY);
  }

  private static Map<String, String> problems(String name, ReviewFilter filter) {
    return catchThrowableOfType(
            InvalidException.class, () -> new SavedFilterDraft(name, null, filter))
        .problems();
  }
}
