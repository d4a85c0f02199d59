package health.trellis.thread.web;

import static org.assertj.core.api.Assertions.assertThat;

import health.trellis.thread.TimelineEntry;
import health.trellis.thread.TimelineKind;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimelineChartTest {
  private static final Instant START = Instant.parse("2026-01-01T10:00:00Z");

  @Test
  void each_kind_that_there_is_has_a_lane_with_its_entries_from_left_to_right() {
    TimelineChart chart =
        TimelineChart.of(
            List.of(
                entry(TimelineKind.CONVICTION, 100),
                entry(TimelineKind.SESSION, 50),
                entry(TimelineKind.CONVICTION, 0)));
    assertThat(chart.lanes())
        .extracting(TimelineChart.Lane::kind)
        .containsExactly(TimelineKind.SESSION, TimelineKind.CONVICTION);
    assertThat(chart.lanes().get(0).marks())
        .extracting(TimelineChart.Mark::x)
        .containsExactly("50.00%");
    assertThat(chart.lanes().get(1).marks())
        .extracting(TimelineChart.Mark::x)
        .containsExactly("3.00%", "97.00%");
    assertThat(chart.lanes()).extracting(TimelineChart.Lane::y).containsExactly("27.00%", "72.00%");
    assertThat(chart.days()).hasSize(4);
    assertThat(chart.days().get(0).at()).isEqualTo(START);
  }

  @Test
  void one_entry_stands_in_the_middle_with_its_day_alone() {
    TimelineChart chart = TimelineChart.of(List.of(entry(TimelineKind.NOTE, 7)));
    assertThat(chart.lanes().get(0).marks())
        .extracting(TimelineChart.Mark::x)
        .containsExactly("50.00%");
    assertThat(chart.days()).hasSize(1);
  }

  @Test
  void nothing_is_drawn_of_nothing() {
    assertThat(TimelineChart.of(List.of())).isEqualTo(TimelineChart.EMPTY);
  }

  private static TimelineEntry entry(TimelineKind kind, int day) {
    return new TimelineEntry(
        kind, START.plusSeconds(86_400L * day), null, "", "", BigDecimal.TEN, null);
  }
}
