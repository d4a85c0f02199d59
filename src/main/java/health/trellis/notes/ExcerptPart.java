package health.trellis.notes;

import java.util.ArrayList;
import java.util.List;

/**
 * A piece of a note's text, as plain text, whatever signs stand in it.
 *
 * @param found whether it is what was looked for
 */
public record ExcerptPart(String text, boolean found) {
  /** What stands before and after each find in an excerpt, and nowhere else in it. */
  private static final char BEGIN = '\uE000';

  private static final char END = '\uE001';

  /** An excerpt as the database marks it, cut into its pieces. */
  static List<ExcerptPart> cut(String marked) {
    List<ExcerptPart> parts = new ArrayList<>();
    int at = 0;
    while (at < marked.length()) {
      boolean found = marked.charAt(at) == BEGIN;
      int from = found ? at + 1 : at;
      int to = marked.indexOf(found ? END : BEGIN, from);
      int end = to < 0 ? marked.length() : to;
      if (end > from) {
        parts.add(new ExcerptPart(marked.substring(from, end), found));
      }
      at = found ? end + 1 : end;
    }
    return List.copyOf(parts);
  }
}
