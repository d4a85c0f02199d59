package health.trellis.notes;

import health.trellis.kernel.InvalidException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a note says, by the code of each section. It keeps every sign as it was typed; only what is
 * no text, the sign NUL and half a surrogate pair, is refused.
 *
 * @param sections no entry where a section is empty
 */
public record NoteText(Map<String, String> sections) {
  /** How long one section may be, in UTF-16 units; about forty printed pages. */
  public static final int LONGEST = 100_000;

  /** A note without a word. */
  public static final NoteText EMPTY = new NoteText(Map.of());

  public NoteText {
    sections = Collections.unmodifiableMap(new TreeMap<>(sections));
    sections.forEach(NoteText::check);
  }

  private static void check(String section, String text) {
    if (text.length() > LONGEST) {
      throw new InvalidException(section, "note.section.long");
    }
    if (text.indexOf('\0') >= 0 || !StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
      throw new InvalidException(section, "note.section.wrong");
    }
  }

  /** What stands in a section; empty where nothing does. */
  public String in(String section) {
    return sections.getOrDefault(section, "");
  }

  /** Whether a section holds more than white space. */
  public boolean says(String section) {
    return !in(section).isBlank();
  }

  /** What it says in these sections alone. */
  NoteText only(Collection<String> wanted) {
    return new NoteText(wanted.stream().collect(Collectors.toMap(section -> section, this::in)));
  }

  /** Refuses a section that the template does not have. */
  NoteText fitting(NoteTemplate template) {
    for (String section : sections.keySet()) {
      if (template.find(section).isEmpty()) {
        throw new InvalidException(section, "note.section.wrong");
      }
    }
    return this;
  }

  /** Its sections, and not a word of what stands in them. */
  @Override
  public String toString() {
    return "NoteText" + sections.keySet();
  }
}
