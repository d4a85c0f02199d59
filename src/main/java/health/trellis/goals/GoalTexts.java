package health.trellis.goals;

import org.jspecify.annotations.Nullable;

/** How what is typed of a goal is taken: trimmed, nothing where it is blank, and not too long. */
final class GoalTexts {
  private GoalTexts() {}

  /** What was typed; null where that is nothing. */
  static @Nullable String told(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }

  /** Whether it is longer than can be kept, or no text at all. */
  static boolean unusable(@Nullable String text, int longest) {
    return text != null && (text.length() > longest || text.indexOf('\0') >= 0);
  }
}
