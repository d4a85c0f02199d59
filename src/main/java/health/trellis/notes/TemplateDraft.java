package health.trellis.notes;

import health.trellis.kernel.Problems;
import health.trellis.notes.NoteTemplate.Section;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What an administrator types of a template for notes; it checks itself.
 *
 * @param name 1 to 80 characters, and none of the usual forms'
 * @param sections 1 to 12, each with a name of its own of 1 to 80 characters and a hint of up to
 *     200
 */
public record TemplateDraft(String name, List<Section> sections) {
  /** How many sections a template can have. */
  public static final int MOST = 12;

  private static final int NAME = 80;
  private static final int HINT = 200;

  /** Trims what was typed, and refuses what does not fit, all of it at once. */
  public TemplateDraft {
    name = line(name);
    sections =
        sections.stream()
            .map(each -> new Section(line(each.code()), line(each.hint()), each.required()))
            .toList();
    if (sections.size() > MOST) {
      throw new IllegalArgumentException("more sections than the form has lines");
    }
    Problems problems = new Problems();
    problems
        .in("name", "template.name.missing", nothing(name))
        .in("name", "template.name.long", unusable(name, NAME))
        .in(
            "name",
            "template.name.taken",
            NoteTemplate.usual(name.toUpperCase(Locale.ROOT)).isPresent())
        .in("section1", "template.section.none", sections.isEmpty());
    check(sections, problems);
    problems.refuse();
  }

  /** Each section by its number, from 1: {@code section1}, {@code hint1}. */
  private static void check(List<Section> sections, Problems problems) {
    Set<String> named = new HashSet<>();
    for (int i = 0; i < sections.size(); i++) {
      Section section = sections.get(i);
      String name = section.code();
      problems
          .in("section" + (i + 1), "template.section.missing", nothing(name))
          .in("section" + (i + 1), "template.section.long", unusable(name, NAME))
          .in(
              "section" + (i + 1),
              "template.section.twice",
              !named.add(name.toLowerCase(Locale.ROOT)))
          .in("hint" + (i + 1), "template.hint.long", unusable(section.hint(), HINT));
    }
  }

  /** The layout that it makes. */
  NoteLayout layout() {
    return new NoteLayout(name, sections);
  }

  private static String line(String typed) {
    return typed.strip().replaceAll("\\s+", " ");
  }

  /** Whether it holds no sign that one can see. */
  private static boolean nothing(String text) {
    return text.codePoints()
        .allMatch(sign -> Character.getType(sign) == Character.FORMAT || sign == ' ');
  }

  private static boolean unusable(String text, int longest) {
    return text.length() > longest || text.chars().anyMatch(Character::isISOControl);
  }
}
