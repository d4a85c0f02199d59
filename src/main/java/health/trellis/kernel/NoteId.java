package health.trellis.kernel;

import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The id of a note of a session. */
@Embeddable
public record NoteId(UUID value) implements Identifier, Serializable {
  /** A new one, which sorts after all earlier ones. */
  public static NoteId next() {
    return new NoteId(TimeOrderedUuid.next());
  }

  /**
   * The one that this text names; a text that names none is answered like one that is not there.
   */
  public static NoteId of(@Nullable String text) {
    return new NoteId(Identifier.parse(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
