package health.trellis.kernel;

import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The id of a template that a clinic made for its session notes. */
@Embeddable
public record NoteTemplateId(UUID value) implements Identifier, Serializable {
  /** A new one, which sorts after all earlier ones. */
  public static NoteTemplateId next() {
    return new NoteTemplateId(TimeOrderedUuid.next());
  }

  /**
   * The one that this text names; a text that names none is answered like one that is not there.
   */
  public static NoteTemplateId of(@Nullable String text) {
    return new NoteTemplateId(Identifier.parse(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
