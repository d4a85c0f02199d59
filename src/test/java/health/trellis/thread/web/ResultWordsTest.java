package health.trellis.thread.web;

import static org.assertj.core.api.Assertions.assertThat;

import health.trellis.inventory.Inventory;
import health.trellis.inventory.InventoryCatalog;
import health.trellis.inventory.InventoryCode;
import health.trellis.inventory.LatestResult;
import health.trellis.inventory.QuotedResult;
import health.trellis.inventory.Scale;
import health.trellis.inventory.ScoreView;
import health.trellis.kernel.AssignmentId;
import health.trellis.web.Speech;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A result as it is quoted in a note. */
class ResultWordsTest {
  private static final Instant ANSWERED = Instant.parse("2026-03-11T23:30:00Z");
  private static final Instant EARLIER = Instant.parse("2026-02-01T10:00:00Z");

  @Test
  void a_quotation_is_marked_dated_and_says_all_in_the_order_of_the_result() {
    Quotation quotation = quote("en", "2.60", "2.90");
    assertThat(quotation.title()).isEqualTo("Hyper-independence inventory, 12 March 2026");
    assertThat(quotation.text())
        .isEqualTo(
            """
            [Quotation: Hyper-independence inventory, answered on 12 March 2026]
            Mean answer 2.6 on a scale from 0 to 4, nearest to “often”; total 65 of 100. Last time: 2.9, on 1 February 2026.
            Difficulty asking for help: 2.6 (last time 2.9)
            Preference for being alone: 2.6 (last time 2.9)
            Fear of being vulnerable: 2.6 (last time 2.9)
            Perfectionism: 2.6 (last time 2.9)
            Difficulty being close: 2.6 (last time 2.9)
            What it gives: 2.6 (last time 2.9)
            What it costs: 2.6 (last time 2.9)
            [End of the quotation. Not validated; local reference values only; not a diagnosis.]""");
  }

  @Test
  void it_is_said_in_the_writers_language() {
    assertThat(quote("de", "2.60", "2.90").text())
        .startsWith("[Zitat: ")
        .contains("beantwortet am 12. März 2026]")
        .contains("Mittlere Antwort 2,6 auf einer Skala von 0 bis 4")
        .contains("Beim letzten Mal: 2,9, am 1. Februar 2026.")
        .endsWith("keine Diagnose.]");
  }

  @Test
  void the_first_result_is_compared_with_nothing() {
    assertThat(quote("en", "2.60", null).text()).doesNotContain("ast time");
  }

  @Test
  void what_is_not_scorable_is_said_to_be_so_and_what_is_estimated_too() {
    Inventory inventory = inventory("en");
    ScoreView none = score(inventory, inventory.total().orElseThrow(), null, null, false);
    Scale help = inventory.scales(Scale.Kind.SUBSCALE).get(0);
    QuotedResult result =
        new QuotedResult(
            new LatestResult(
                new AssignmentId(UUID.randomUUID()),
                inventory,
                ANSWERED,
                null,
                none,
                List.of(
                    score(inventory, help, "2.60", null, true),
                    score(inventory, help, null, null, false)),
                List.of()),
            List.of(),
            List.of());
    assertThat(ResultWords.quote(result, say("en")).text())
        .contains("\nNo total can be given. Too few were answered: 4 of 5.\n")
        .contains("\nDifficulty asking for help: 2.6 (estimated from 4 of 5 answers)\n")
        .contains("\nDifficulty asking for help: not scorable\n");
  }

  private static Quotation quote(String language, String mean, @Nullable String earlier) {
    Inventory inventory = inventory(language);
    QuotedResult result =
        new QuotedResult(
            new LatestResult(
                new AssignmentId(UUID.randomUUID()),
                inventory,
                ANSWERED,
                earlier == null ? null : EARLIER,
                score(inventory, inventory.total().orElseThrow(), mean, earlier, false),
                scores(inventory, Scale.Kind.SUBSCALE, mean, earlier),
                List.of()),
            scores(inventory, Scale.Kind.BENEFITS, mean, earlier),
            scores(inventory, Scale.Kind.COSTS, mean, earlier));
    return ResultWords.quote(result, say(language));
  }

  private static List<ScoreView> scores(
      Inventory inventory, Scale.Kind kind, String mean, @Nullable String earlier) {
    return inventory.scales(kind).stream()
        .map(scale -> score(inventory, scale, mean, earlier, false))
        .toList();
  }

  private static ScoreView score(
      Inventory inventory,
      Scale scale,
      @Nullable String mean,
      @Nullable String earlier,
      boolean prorated) {
    BigDecimal value = mean == null ? null : new BigDecimal(mean);
    return new ScoreView(
        scale.code(),
        scale.title(),
        scale.description(),
        value == null ? null : value.multiply(BigDecimal.valueOf(scale.items().size())),
        0,
        4 * scale.items().size(),
        value,
        value == null ? null : inventory.nearestWords(value).label(),
        earlier == null ? null : new BigDecimal(earlier),
        prorated,
        4,
        5);
  }

  private static Inventory inventory(String language) {
    return InventoryCatalog.load().latest(new InventoryCode("hyper-independence"), language);
  }

  private static Speech say(String language) {
    return Speech.in(language, ZoneId.of("Europe/Berlin"));
  }
}
