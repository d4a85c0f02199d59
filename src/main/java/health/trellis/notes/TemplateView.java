package health.trellis.notes;

import health.trellis.kernel.NoteTemplateId;
import health.trellis.notes.NoteTemplate.Section;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A template of the clinic's own.
 *
 * @param retiredAt null while it is offered
 * @param version what a change must have seen
 */
public record TemplateView(
    NoteTemplateId id,
    String name,
    List<Section> sections,
    Instant changedAt,
    @Nullable Instant retiredAt,
    long version) {
  /** The names of its sections in their order. */
  public List<String> names() {
    return sections.stream().map(Section::code).toList();
  }
}
