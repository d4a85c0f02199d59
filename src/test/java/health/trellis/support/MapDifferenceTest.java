package health.trellis.support;

import static org.assertj.core.api.Assertions.assertThat;

import health.trellis.support.MapChange.Kind;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MapDifferenceTest {
  private final Drawn ada = Drawn.friend("Ada");
  private final Drawn ben = Drawn.friend("Ben");
  private final Drawn cem = Drawn.friend("Cem");

  @Test
  void who_came_and_who_went_is_told_and_who_stayed_is_counted() {
    MapDifference difference =
        MapDifference.between(
            List.of(ada.view(), ben.view()), List.of(ben.again().view(), cem.view()));
    assertThat(difference.changes())
        .extracting(MapChange::kind)
        .containsExactly(Kind.CAME, Kind.WENT);
    assertThat(difference.changes())
        .extracting(each -> each.shown().told().alias())
        .containsExactly("Cem", "Ada");
    assertThat(difference.same()).isEqualTo(1);
    assertThat(difference.of(ben.view().id())).isEmpty();
  }

  @Test
  void who_was_taken_off_went_and_who_was_put_back_came() {
    SupporterView off = ada.again().gone().view();
    assertThat(MapDifference.between(List.of(ada.view()), List.of(off)).changes())
        .singleElement()
        .satisfies(change -> assertThat(change.kind()).isEqualTo(Kind.WENT))
        .satisfies(change -> assertThat(change.before()).isEqualTo(ada.view()))
        .satisfies(change -> assertThat(change.after()).isNull());
    assertThat(MapDifference.between(List.of(off), List.of(ada.view())).changes())
        .singleElement()
        .extracting(MapChange::kind)
        .isEqualTo(Kind.CAME);
    assertThat(MapDifference.between(List.of(off), List.of(off)).changes()).isEmpty();
  }

  @Test
  void each_thing_that_is_told_otherwise_is_named_and_nothing_else() {
    SupporterView later =
        ada.again()
            .at(1, 0)
            .tied(Tie.STRONG)
            .flowing(Set.of(Flow.ADVICE), Set.of())
            .asking(7, LocalDate.of(2026, 11, 1), 1, 2)
            .view();
    assertThat(MapDifference.between(List.of(ada.view()), List.of(later)).changes())
        .singleElement()
        .satisfies(change -> assertThat(change.kind()).isEqualTo(Kind.CHANGED))
        .extracting(MapChange::aspects)
        .isEqualTo(
            List.of(
                Aspect.CIRCLE,
                Aspect.TIE,
                Aspect.GIVES,
                Aspect.WOULD_ASK,
                Aspect.ASKED,
                Aspect.ACCEPTED,
                Aspect.REFUSED));
  }

  @Test
  void another_place_on_the_same_circle_is_no_change() {
    MapDifference difference =
        MapDifference.between(List.of(ada.view()), List.of(ada.again().at(2, 180).view()));
    assertThat(difference.changes()).isEmpty();
    assertThat(difference.same()).isEqualTo(1);
  }

  @Test
  void a_map_differs_in_nothing_from_itself() {
    List<SupporterView> map = List.of(ada.view(), ben.view(), cem.gone().view());
    assertThat(MapDifference.between(map, map)).isEqualTo(new MapDifference(List.of(), 2));
  }
}
