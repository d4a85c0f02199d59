package health.trellis.notes;

import health.trellis.notes.NoteTemplate.Section;
import java.util.List;

/**
 * What a clinic's own template looks like: its name and its sections in their order. A note keeps
 * the one it was begun with.
 */
record NoteLayout(String name, List<Section> sections) {
  NoteLayout {
    sections = List.copyOf(sections);
  }

  /** It as a template, stored under this code. */
  NoteTemplate as(String code) {
    return new NoteTemplate(code, name, sections);
  }
}
