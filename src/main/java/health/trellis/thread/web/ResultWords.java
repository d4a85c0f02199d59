package health.trellis.thread.web;

import health.trellis.inventory.Inventory;
import health.trellis.inventory.LatestResult;
import health.trellis.inventory.QuotedResult;
import health.trellis.inventory.ScoreView;
import health.trellis.web.Speech;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A result as a quotation: what is stored of it, put into words; nothing is worked out anew. */
final class ResultWords {
  private final Speech say;
  private final LatestResult result;

  private ResultWords(Speech say, LatestResult result) {
    this.say = say;
    this.result = result;
  }

  /**
   * The result in these words, between the line that begins a quotation and the one that ends it.
   */
  static Quotation quote(QuotedResult quoted, Speech say) {
    LatestResult result = quoted.latest();
    Inventory inventory = result.inventory();
    ResultWords words = new ResultWords(say, result);
    String day = say.day(result.submittedAt());
    List<String> lines = new ArrayList<>();
    lines.add(say.of("quote.result.begin", inventory.title(), day));
    lines.add(words.total());
    Stream.of(result.profile(), quoted.benefits(), quoted.costs())
        .flatMap(List::stream)
        .forEach(score -> lines.add(say.of("quote.scale", score.title(), words.scale(score))));
    lines.add(say.of("quote.end", inventory.validation()));
    return new Quotation(say.of("quote.title", inventory.title(), day), String.join("\n", lines));
  }

  private String total() {
    ScoreView total = result.total();
    Inventory inventory = result.inventory();
    String nearest = total.words();
    if (!total.scorable() || nearest == null) {
      return say.say("result.notScorable")
          + " "
          + say.of("result.notScorable.why", total.answered(), total.items());
    }
    String words =
        say.of(
            "quote.total",
            say.mean(total.mean()),
            inventory.lowest(),
            inventory.highest(),
            nearest,
            say.score(total.shown()),
            total.highest());
    Instant earlier = result.earlierAt();
    String before =
        total.earlierMean() == null || earlier == null
            ? ""
            : " " + say.of("quote.total.before", say.mean(total.earlierMean()), say.day(earlier));
    return words + estimated(total) + "." + before;
  }

  private String scale(ScoreView score) {
    if (!score.scorable()) {
      return say.say("result.notScorable.short");
    }
    String mean = say.mean(score.mean()) + estimated(score);
    return score.earlierMean() == null
        ? mean
        : mean + say.of("quote.scale.before", say.mean(score.earlierMean()));
  }

  private String estimated(ScoreView score) {
    return score.prorated() ? say.of("quote.estimated", score.answered(), score.items()) : "";
  }
}
