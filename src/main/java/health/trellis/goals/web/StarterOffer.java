package health.trellis.goals.web;

import health.trellis.goals.GoalFocus;
import health.trellis.goals.GoalStarter;
import health.trellis.goals.StarterView;
import health.trellis.web.Speech;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A goal to begin with as the page offers it, one of those that are there or of the clinic's own.
 *
 * @param key what names it in an address
 * @param particulars what exactly; null where nothing more is said
 * @param own whether the clinic wrote it
 */
public record StarterOffer(
    String key, GoalFocus focus, String words, @Nullable String particulars, boolean own) {
  /** All of them, those for the same thing together, and the clinic's own last among these. */
  static List<StarterOffer> all(Speech speech, List<StarterView> own) {
    return Arrays.stream(GoalStarter.values())
        .map(GoalStarter::focus)
        .distinct()
        .flatMap(focus -> Stream.concat(usual(speech, focus), own(own, focus)))
        .toList();
  }

  private static Stream<StarterOffer> usual(Speech speech, GoalFocus focus) {
    return Arrays.stream(GoalStarter.values())
        .filter(each -> each.focus() == focus)
        .map(
            each ->
                new StarterOffer(
                    each.name(),
                    focus,
                    speech.say("starter." + each),
                    speech.say("starter." + each + ".particulars"),
                    false));
  }

  private static Stream<StarterOffer> own(List<StarterView> own, GoalFocus focus) {
    return own.stream()
        .filter(each -> each.focus() == focus)
        .map(
            each ->
                new StarterOffer(
                    each.id().toString(), focus, each.words(), each.particulars(), true));
  }
}
