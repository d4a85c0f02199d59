package health.trellis.support.web;

import static org.assertj.core.api.Assertions.assertThat;

import health.trellis.support.Drawn;
import health.trellis.support.SupporterView;
import health.trellis.support.web.MapDrawing.Mark;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class MapDrawingTest {
  @Test
  void three_names_stand_beside_their_marks_on_both_grounds() {
    List<SupporterView> map =
        List.of(
            Drawn.friend("Ada").at(1, 0).view(),
            Drawn.friend("Ben").at(2, 120).view(),
            Drawn.friend("Cem").at(3, 240).view());
    for (MapFrame frame : List.of(MapFrame.WIDE, MapFrame.NARROW)) {
      MapDrawing drawing = MapDrawing.of(map, frame, List.of());
      assertThat(drawing.keyed()).isFalse();
      assertThat(drawing.height()).isEqualTo(frame.height());
      assertThat(drawing.marks()).extracting(Mark::number).containsExactly(1, 2, 3);
    }
  }

  @Test
  void a_mark_stands_on_its_circle_at_its_angle() {
    Mark right =
        MapDrawing.of(List.of(Drawn.friend("Ada").at(2, 90).view()), MapFrame.WIDE, List.of())
            .marks()
            .get(0);
    assertThat(right.x()).isEqualTo(MapFrame.WIDE.cx() + (104 + 204) / 2.0);
    assertThat(right.y()).isEqualTo(MapFrame.WIDE.cy());
  }

  @Test
  void sixty_have_numbers_and_a_key_that_holds_all_names() {
    List<SupporterView> map = crowd(60, new Random(7));
    MapDrawing narrow = MapDrawing.of(map, MapFrame.NARROW, List.of());
    assertThat(narrow.keyed()).isTrue();
    assertThat(narrow.height()).isGreaterThan(MapFrame.NARROW.height());
    MapDrawing wide = MapDrawing.of(map, MapFrame.WIDE, List.of());
    assertThat(wide.keyed()).isTrue();
    for (MapDrawing drawing : List.of(narrow, wide)) {
      assertThat(drawing.marks()).hasSize(60);
      assertThat(drawing.marks())
          .allSatisfy(
              mark -> {
                assertThat(mark.name().y()).isBetween(0.0, drawing.height());
                assertThat(mark.name().x()).isBetween(0.0, drawing.frame().width());
              });
      assertThat(drawing.marks())
          .extracting(mark -> mark.name().x() + " " + mark.name().y())
          .doesNotHaveDuplicates();
    }
  }

  @Test
  void sixty_on_one_circle_still_find_room() {
    List<SupporterView> map = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      map.add(Drawn.friend("Somebody " + i).at(1, 0).view());
    }
    apart(MapDrawing.of(map, MapFrame.WIDE, List.of()));
    apart(MapDrawing.of(map, MapFrame.NARROW, List.of()));
  }

  @Property(tries = 200)
  void no_mark_covers_another_and_all_stand_within_their_circle(
      @ForAll @IntRange(max = 60) int size, @ForAll Random chance) {
    for (MapFrame frame : List.of(MapFrame.WIDE, MapFrame.NARROW)) {
      MapDrawing drawing = MapDrawing.of(crowd(size, chance), frame, List.of());
      apart(drawing);
      for (Mark mark : drawing.marks()) {
        int circle = mark.supporter().told().circle();
        double distance = Math.hypot(mark.x() - frame.cx(), mark.y() - frame.cy());
        assertThat(distance).isBetween(frame.inner(circle), frame.outer(circle));
      }
    }
  }

  @Test
  void names_are_cut_between_whole_characters_and_kept_apart_from_what_is_beside() {
    assertThat(MapDrawing.cut("Ada", 5)).isEqualTo("\u2068Ada\u2069");
    assertThat(MapDrawing.cut("Bartholomew", 5)).isEqualTo("\u2068Barth…\u2069");
    assertThat(MapDrawing.cut("😀😀😀", 2)).isEqualTo("\u2068😀😀…\u2069");
    assertThat(MapDrawing.cut("ليلى", 4)).isEqualTo("\u2068ليلى\u2069");
  }

  private static void apart(MapDrawing drawing) {
    List<Mark> marks = drawing.marks();
    for (int i = 0; i < marks.size(); i++) {
      for (int j = 0; j < i; j++) {
        Mark one = marks.get(i);
        Mark other = marks.get(j);
        assertThat(Math.hypot(one.x() - other.x(), one.y() - other.y()))
            .isGreaterThanOrEqualTo(2 * one.r() - 0.5);
      }
    }
  }

  private static List<SupporterView> crowd(int size, Random chance) {
    List<SupporterView> map = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      map.add(Drawn.friend("Somebody " + i).at(1 + chance.nextInt(3), chance.nextInt(360)).view());
    }
    return map;
  }
}
