package health.trellis.thread.web;

import static org.assertj.core.api.Assertions.assertThat;

import health.trellis.clients.ClientHead;
import health.trellis.kernel.ClientId;
import health.trellis.thread.Measure;
import health.trellis.thread.Period;
import health.trellis.thread.Series;
import health.trellis.thread.SeriesPoint;
import health.trellis.thread.Timeline;
import health.trellis.thread.TimelineEntry;
import health.trellis.thread.TimelineKind;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TimelineDrawingTest {
  private static final Instant START = Instant.parse("2026-01-01T10:00:00Z");

  @Test
  void all_parts_stand_on_one_axis_of_time() {
    TimelineDrawing drawing =
        drawn(
            List.of(entry(TimelineKind.NOTE, 100), entry(TimelineKind.SESSION, 50)),
            List.of(series(Measure.CONVICTION, "t.a", point(0, 80), point(100, 30))));
    assertThat(drawing.lanes())
        .extracting(Lane::kind)
        .containsExactly(TimelineKind.SESSION, TimelineKind.NOTE);
    assertThat(drawing.lanes().get(0).marks()).extracting(Lane.Mark::x).containsExactly("50.00%");
    assertThat(drawing.lanes().get(1).marks()).extracting(Lane.Mark::x).containsExactly("94.00%");
    assertThat(drawing.panels().get(0).lines().get(0).dots())
        .extracting(Panel.Dot::x)
        .containsExactly("6.00%", "94.00%");
  }

  @Test
  void what_is_measured_on_one_scale_shares_a_panel_and_each_measure_has_its_own() {
    TimelineDrawing drawing =
        drawn(
            List.of(),
            List.of(
                series(Measure.INVENTORY, "c.total", point(0, 2)),
                series(Measure.INVENTORY, "c.help", point(0, 4)),
                series(Measure.CONVICTION, "t.a", point(0, 80)),
                series(Measure.CONVICTION, "c.a", point(1, 20)),
                series(Measure.CONVICTION, "t.b", point(1, 21))));
    assertThat(drawing.panels())
        .extracting(Panel::measure)
        .containsExactly(Measure.INVENTORY, Measure.CONVICTION);
    assertThat(drawing.panels().get(0).levels())
        .extracting(Panel.Level::value)
        .containsExactly(0, 1, 2, 3, 4);
    assertThat(drawing.panels().get(1).levels())
        .extracting(Panel.Level::value)
        .containsExactly(0, 50, 100);
    List<Panel.Line> beliefs = drawing.panels().get(1).lines();
    assertThat(beliefs)
        .as("one belief, one colour")
        .extracting(Panel.Line::style)
        .containsExactly(0, 0, 1);
    assertThat(beliefs.get(1).dots().get(0).figure()).isTrue();
    assertThat(beliefs.get(2).dots().get(0).figure()).as("no room beside the 20").isFalse();
  }

  @Test
  void the_highest_value_stands_at_the_top_and_the_lowest_at_the_bottom() {
    Panel panel =
        drawn(List.of(), List.of(series(Measure.INVENTORY, "c.a", point(0, 0), point(1, 4))))
            .panels()
            .get(0);
    assertThat(panel.lines().get(0).dots())
        .extracting(Panel.Dot::y)
        .containsExactly("92.00%", "8.00%");
    assertThat(panel.lines().get(0).path()).isEqualTo("6.00,92.00 94.00,8.00");
  }

  @Test
  void a_line_that_is_not_chosen_is_left_out_and_can_be_chosen_again() {
    Series one = series(Measure.CONVICTION, "t.a", point(0, 80));
    Series other = series(Measure.CONVICTION, "t.b", point(0, 80));
    Timeline line = timeline(List.of(), List.of(one, other));
    assertThat(TimelineDrawing.of(line, Set.of("t.b"), ZoneOffset.UTC).panels().get(0).lines())
        .extracting(Panel.Line::chosen)
        .containsExactly(false, true);
  }

  @Test
  void three_hundred_points_are_drawn_small() {
    SeriesPoint[] many =
        IntStream.range(0, 300).mapToObj(i -> point(i, i % 100)).toArray(SeriesPoint[]::new);
    assertThat(drawn(List.of(), List.of(series(Measure.CONVICTION, "t.a", many))).panels().get(0))
        .matches(Panel::dense);
    assertThat(
            drawn(List.of(), List.of(series(Measure.CONVICTION, "t.a", point(0, 1))))
                .panels()
                .get(0))
        .matches(panel -> !panel.dense());
  }

  @Test
  void the_marks_of_years_of_weekly_sessions_are_drawn_small() {
    List<TimelineEntry> weekly =
        IntStream.range(0, 260).mapToObj(i -> entry(TimelineKind.SESSION, 7 * i)).toList();
    assertThat(drawn(weekly, List.of()).lanes().get(0)).matches(Lane::dense);
    assertThat(drawn(weekly.subList(0, 9), List.of()).lanes().get(0))
        .matches(lane -> !lane.dense());
  }

  @Test
  void days_or_months_are_named_as_there_is_room() {
    assertThat(ticks(0)).hasSize(1);
    assertThat(ticks(5)).hasSize(5).noneMatch(Tick::month);
    assertThat(ticks(40)).hasSizeBetween(3, 7).noneMatch(Tick::month);
    assertThat(ticks(200)).hasSizeBetween(3, 7).allMatch(Tick::month);
    assertThat(ticks(5 * 365))
        .hasSizeBetween(3, 7)
        .allMatch(tick -> tick.day().getDayOfMonth() == 1);
    assertThat(ticks(50 * 365)).hasSizeBetween(3, 12);
  }

  @Test
  void nothing_is_drawn_of_nothing() {
    assertThat(drawn(List.of(), List.of())).isEqualTo(TimelineDrawing.EMPTY);
  }

  private static List<Tick> ticks(int days) {
    return new Span(START, START.plusSeconds(86_400L * days)).ticks(ZoneOffset.UTC);
  }

  private static TimelineDrawing drawn(List<TimelineEntry> entries, List<Series> series) {
    return TimelineDrawing.of(timeline(entries, series), Set.of(), ZoneOffset.UTC);
  }

  private static Timeline timeline(List<TimelineEntry> entries, List<Series> series) {
    ClientHead head = new ClientHead(ClientId.next(), "Lea Sommer", null, "en", null, false);
    return new Timeline(head, entries, series, Period.ALL, false, true);
  }

  private static Series series(Measure measure, String key, SeriesPoint... points) {
    int most = measure == Measure.INVENTORY ? 4 : 100;
    return new Series(measure, key, "", key, key.startsWith("c"), false, 0, most, List.of(points));
  }

  private static SeriesPoint point(int day, int value) {
    return new SeriesPoint(at(day), BigDecimal.valueOf(value), UUID.randomUUID());
  }

  private static TimelineEntry entry(TimelineKind kind, int day) {
    return new TimelineEntry(kind, at(day), null, "", "", BigDecimal.TEN, null);
  }

  private static Instant at(int day) {
    return START.plusSeconds(86_400L * day);
  }
}
