package health.trellis.inventory;

import static health.trellis.inventory.SampleInstruments.HYPER;
import static health.trellis.inventory.SampleInstruments.SYNTHETIC;
import static health.trellis.inventory.SampleInstruments.item;
import static health.trellis.inventory.SampleInstruments.scale;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InventoryTest {

  @ParameterizedTest(name = "a mean of {0} is \"{1}\"")
  @CsvSource({
    "0, never",
    "0.49, never",
    "0.50, rarely",
    "1.30, rarely",
    "1.49, rarely",
    "1.50, sometimes",
    "3.49, often",
    "3.50, almost always",
    "4, almost always",
  })
  void a_mean_is_put_into_the_nearest_words(BigDecimal mean, String words) {
    assertThat(HYPER.nearestWords(mean).label()).isEqualTo(words);
  }

  @ParameterizedTest(name = "a mean of {0} is \"{1}\" where 4 is no answer")
  @CsvSource({"1, no", "3.99, mostly", "4, yes", "5.00, yes"})
  void the_nearest_words_need_no_even_steps(BigDecimal mean, String words) {
    assertThat(SYNTHETIC.nearestWords(mean).label()).isEqualTo(words);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-0.01", "4.01"})
  void a_mean_outside_the_answers_has_no_words(BigDecimal mean) {
    assertThatThrownBy(() -> HYPER.nearestWords(mean)).hasMessageContaining("outside");
  }

  @Test
  void a_reversed_item_is_turned_round_between_the_ends() {
    Item reversed = SYNTHETIC.item(item("m2"));

    assertThat(List.of(1, 2, 3, 5).stream().map(x -> SYNTHETIC.keyed(reversed, x)))
        .containsExactly(5, 4, 3, 1);
    assertThat(SYNTHETIC.keyed(SYNTHETIC.item(item("m1")), 5)).isEqualTo(5);
    assertThat(SYNTHETIC.lowest()).isEqualTo(1);
    assertThat(SYNTHETIC.highest()).isEqualTo(5);
  }

  @Test
  void what_is_said_of_it_can_be_asked_directly() {
    About about = SYNTHETIC.about();

    assertThat(SYNTHETIC.title()).isEqualTo(about.title()).startsWith("Synthetic");
    assertThat(SYNTHETIC.why()).isEqualTo(about.why()).startsWith("To try");
    assertThat(SYNTHETIC.whoSees()).isEqualTo(about.whoSees()).startsWith("Nobody");
    assertThat(SYNTHETIC.timeframe()).isEqualTo("today");
    assertThat(SYNTHETIC.minutes()).isEqualTo(1);
    assertThat(SYNTHETIC.licence()).isEqualTo("CC0 1.0");
    assertThat(SYNTHETIC.citation()).isEqualTo(about.citation()).startsWith("Invented");
    assertThat(SYNTHETIC.validation()).isEqualTo("Synthetic. It measures nothing.");
  }

  @Test
  void scales_are_found_by_code_and_by_kind() {
    assertThat(HYPER.scale(scale("help")).code()).isEqualTo(scale("help"));
    assertThatThrownBy(() -> HYPER.scale(scale("mood")))
        .isInstanceOf(NoSuchElementException.class)
        .hasMessage("hyper-independence has no scale mood");
    assertThat(HYPER.scales(Scale.Kind.SUBSCALE)).hasSize(5);
    assertThat(HYPER.total()).get().extracting(Scale::code).isEqualTo(scale("total"));
  }

  @Test
  void an_answer_it_can_take_passes() {
    HYPER.check(item("help1"), 0);
    HYPER.check(item("help1"), 4);

    assertThatThrownBy(() -> HYPER.check(item("help1"), 5)).isInstanceOf(UnusableAnswer.class);
    assertThatThrownBy(() -> HYPER.check(item("nobody"), 1))
        .isInstanceOfSatisfying(
            UnusableAnswer.class, e -> assertThat(e.item()).isEqualTo(item("nobody")));
  }

  @Test
  void items_must_be_numbered_in_the_order_asked() {
    Item first = SYNTHETIC.items().get(0);
    Item misnumbered = new Item(first.code(), 2, first.text(), false, true, first.kind());

    assertThatThrownBy(
            () ->
                new Inventory(
                    SYNTHETIC.code(),
                    1,
                    "en",
                    SYNTHETIC.about(),
                    true,
                    SYNTHETIC.responses(),
                    List.of(new Section("all", "t", "i", List.of(misnumbered))),
                    SYNTHETIC.scales(),
                    List.of(),
                    "0"))
        .hasMessage("item m1 must have number 1");
  }

  @Test
  void a_total_of_parts_counts_just_their_items() {
    Scale total = HYPER.scale(scale("total"));
    Scale short1 =
        new Scale(
            total.code(),
            total.kind(),
            total.title(),
            total.description(),
            total.items().subList(0, 24),
            total.parts(),
            total.missing(),
            List.of());

    assertThatThrownBy(
            () ->
                new Inventory(
                    HYPER.code(),
                    1,
                    "en",
                    HYPER.about(),
                    true,
                    HYPER.responses(),
                    HYPER.sections(),
                    HYPER.scales().stream().map(s -> s.equals(total) ? short1 : s).toList(),
                    List.of(),
                    "0"))
        .hasMessage("scale total must count its parts' items");
  }

  @Test
  void a_total_adds_up_scales_that_stand_above_it() {
    List<Scale> totalFirst = new ArrayList<>(HYPER.scales());
    Collections.swap(totalFirst, 0, 5);

    assertThatThrownBy(
            () ->
                new Inventory(
                    HYPER.code(),
                    1,
                    "en",
                    HYPER.about(),
                    true,
                    HYPER.responses(),
                    HYPER.sections(),
                    totalFirst,
                    List.of(),
                    "0"))
        .hasMessage("scale total adds up help, not found above");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Help", "1help", "he lp", "help-1", "abcdefghijklmnopqrstu"})
  void an_item_code_keeps_its_form(String code) {
    assertThatThrownBy(() -> item(code)).hasMessage("not an item code: " + code);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Total", "-total", "to_tal", "../total"})
  void scale_and_inventory_codes_keep_their_form(String code) {
    assertThatThrownBy(() -> scale(code)).hasMessage("not a scale code: " + code);
    assertThatThrownBy(() -> new InventoryCode(code)).hasMessage("not an inventory code: " + code);
  }

  @Test
  void codes_read_as_their_value() {
    assertThat(item("help1")).hasToString("help1");
    assertThat(scale("sign-index")).hasToString("sign-index");
    assertThat(new InventoryCode("phq-9")).hasToString("phq-9");
  }

  @Test
  void an_item_is_numbered_from_one_and_reversed_only_where_scored() {
    assertThat(new Item(item("a"), 1, "t", true, true, Item.Kind.SCORED).reversed()).isTrue();
    assertThat(new Item(item("a"), 1, "t", false, true, Item.Kind.UNSCORED).reversed()).isFalse();
    assertThatThrownBy(() -> new Item(item("a"), 0, "t", false, true, Item.Kind.SCORED))
        .hasMessageContaining("from 1");
    assertThatThrownBy(() -> new Item(item("a"), 1, "t", true, true, Item.Kind.UNSCORED))
        .hasMessageContaining("not scored");
    assertThatThrownBy(() -> new Item(item("a"), 1, " ", false, true, Item.Kind.SCORED))
        .hasMessage("the text of item a must not be blank");
  }
}
