package health.trellis.kernel;

import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The id of a process note. */
@Embeddable
public record ProcessNoteId(UUID value) implements Identifier, Serializable {
  /** A new one, which sorts after all earlier ones. */
  public static ProcessNoteId next() {
    return new ProcessNoteId(TimeOrderedUuid.next());
  }

  /**
   * The one that this text names; a text that names none is answered like one that is not there.
   */
  public static ProcessNoteId of(@Nullable String text) {
    return new ProcessNoteId(Identifier.parse(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
