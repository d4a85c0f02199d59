package health.trellis.beliefs.web;

import static org.assertj.core.api.Assertions.assertThat;

import health.trellis.beliefs.ConvictionView;
import health.trellis.security.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ConvictionChartTest {
  private static final Instant FIRST = Instant.parse("2026-01-01T10:00:00Z");

  @Test
  void nothing_rated_draws_nothing() {
    ConvictionChart chart = ConvictionChart.of(List.of());
    assertThat(chart.belief().points()).isEmpty();
    assertThat(chart.days()).isEmpty();
  }

  @Test
  void ratings_stand_by_their_dates_and_heights() {
    ConvictionChart chart =
        ConvictionChart.of(List.of(rated(0, 100, null), rated(30, 50, 10), rated(120, 0, 60)));
    assertThat(chart.belief().points())
        .extracting(ConvictionChart.Point::x)
        .containsExactly("7.0%", "29.0%", "95.0%");
    assertThat(chart.belief().points())
        .extracting(ConvictionChart.Point::y)
        .containsExactly("8.0%", "46.0%", "84.0%");
    assertThat(chart.belief().points())
        .extracting(ConvictionChart.Point::last)
        .containsExactly(false, false, true);
    assertThat(chart.belief().stretches()).hasSize(2);
    assertThat(chart.alternative().points()).hasSize(2);
    assertThat(chart.alternative().stretches()).hasSize(1);
  }

  @Test
  void one_rating_stands_in_the_middle() {
    assertThat(ConvictionChart.of(List.of(rated(0, 70, null))).belief().points())
        .extracting(ConvictionChart.Point::x)
        .containsExactly("51.0%");
  }

  @Test
  void dates_do_not_run_into_each_other_however_many_there_are() {
    List<ConvictionView> many =
        IntStream.range(0, 300).mapToObj(day -> rated(day, day % 101, null)).toList();
    List<ConvictionChart.Day> days = ConvictionChart.of(many).days();
    List<Double> places =
        days.stream().map(day -> Double.valueOf(day.x().replace("%", ""))).toList();
    for (int i = 1; i < places.size(); i++) {
      assertThat(places.get(i) - places.get(i - 1)).isGreaterThan(11.9);
    }
    assertThat(days).hasSizeGreaterThan(5);
    assertThat(days.get(days.size() - 1).last()).isTrue();
  }

  @Test
  void a_date_is_written_once_however_often_was_rated_on_that_day() {
    assertThat(
            ConvictionChart.of(List.of(rated(0, 90, 1), rated(0, 80, 2), rated(0, 70, 3))).days())
        .hasSize(1);
  }

  @Test
  void what_the_client_rated_alone_is_a_line_of_its_own_on_the_same_axis() {
    ConvictionChart chart =
        ConvictionChart.of(
            List.of(
                rated(0, 80, null),
                rated(60, Role.CLIENT, 70, 20),
                rated(90, 60, 30),
                rated(120, Role.CLIENT, 50, null)));
    assertThat(chart.belief().points())
        .extracting(ConvictionChart.Point::value)
        .containsExactly(80, 60);
    assertThat(chart.beliefByClient().points())
        .extracting(ConvictionChart.Point::x)
        .containsExactly("51.0%", "95.0%");
    assertThat(chart.beliefByClient().stretches()).hasSize(1);
    assertThat(chart.alternativeByClient().points()).hasSize(1);
    assertThat(chart.alternative().points()).hasSize(1);
  }

  private static ConvictionView rated(int day, int conviction, @Nullable Integer alternative) {
    return rated(day, Role.THERAPIST, conviction, alternative);
  }

  private static ConvictionView rated(
      int day, Role as, int conviction, @Nullable Integer alternative) {
    return new ConvictionView(
        FIRST.plus(Duration.ofDays(day)), "somebody", as, conviction, alternative, null, null);
  }
}
