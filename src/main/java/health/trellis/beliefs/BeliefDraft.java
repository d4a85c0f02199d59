package health.trellis.beliefs;

import health.trellis.kernel.Problems;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What is written down of a belief; it checks itself.
 *
 * @param words the belief in the client's own words, 1 to 500 characters
 * @param ownTheme the theme's name where it is the therapist's own, up to 100 characters
 * @param origin where it was learned; null while nobody knows
 * @param originAge how old the client was then, in years; null while nobody knows
 * @param triggers what calls it up, up to 1,000 characters
 * @param safety what the client does to stay safe, up to 1,000 characters
 * @param alternative what the client would rather believe, up to 500 characters
 * @param emotions what the client feels with it, at most six, each named once; blank lines of the
 *     form are dropped
 */
public record BeliefDraft(
    String words,
    BeliefTheme theme,
    @Nullable String ownTheme,
    BeliefAbout about,
    @Nullable BeliefOrigin origin,
    @Nullable Integer originAge,
    @Nullable String triggers,
    @Nullable String safety,
    @Nullable String alternative,
    List<Emotion> emotions) {
  private static final int SENTENCE = 500;
  private static final int NAME = 100;
  private static final int TEXT = 1_000;
  private static final int OLDEST = 120;

  /** Trims what was typed, and refuses what does not fit, all of it at once. */
  public BeliefDraft {
    words = words.strip();
    ownTheme = theme == BeliefTheme.OWN ? told(ownTheme) : null;
    triggers = told(triggers);
    safety = told(safety);
    alternative = told(alternative);
    Problems problems = new Problems();
    problems
        .in("words", "belief.words.missing", words.isEmpty())
        .in("words", "belief.words.long", unusable(words, SENTENCE))
        .in("ownTheme", "belief.ownTheme.missing", theme == BeliefTheme.OWN && ownTheme == null)
        .in("ownTheme", "belief.ownTheme.long", unusable(ownTheme, NAME))
        .in(
            "originAge",
            "belief.originAge.wrong",
            originAge != null && (originAge < 0 || originAge > OLDEST))
        .in("triggers", "belief.text.long", unusable(triggers, TEXT))
        .in("safety", "belief.text.long", unusable(safety, TEXT))
        .in("alternative", "belief.words.long", unusable(alternative, SENTENCE));
    check(emotions, problems);
    problems.refuse();
    emotions = emotions.stream().filter(emotion -> !emotion.blank()).toList();
  }

  /** Each line by its number, from 1: {@code emotion1}, {@code strength1}. */
  private static void check(List<Emotion> emotions, Problems problems) {
    if (emotions.size() > Emotion.MOST) {
      throw new IllegalArgumentException("more emotions than the form has lines");
    }
    for (int i = 0; i < emotions.size(); i++) {
      Emotion emotion = emotions.get(i);
      String name = "emotion" + (i + 1);
      String strength = "strength" + (i + 1);
      problems
          .in(name, "belief.emotion.missing", emotion.name().isEmpty() && !emotion.blank())
          .in(name, "belief.emotion.long", emotion.unusable())
          .in(name, "belief.emotion.twice", named(emotions.subList(0, i), emotion.name()))
          .in(strength, "belief.strength.wrong", emotion.strength() == null && !emotion.blank())
          .in(strength, "belief.strength.wrong", emotion.outside());
    }
  }

  private static boolean named(List<Emotion> before, String name) {
    String folded = name.toLowerCase(Locale.ROOT);
    return !name.isEmpty()
        && before.stream().anyMatch(each -> each.name().toLowerCase(Locale.ROOT).equals(folded));
  }

  private static @Nullable String told(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }

  private static boolean unusable(@Nullable String text, int longest) {
    return text != null && (text.length() > longest || text.indexOf('\0') >= 0);
  }
}
