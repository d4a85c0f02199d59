package health.trellis.kernel;

import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The id of one time that a note was sent back. */
@Embeddable
public record NoteReturnId(UUID value) implements Identifier, Serializable {
  /** A new one, which sorts after all earlier ones. */
  public static NoteReturnId next() {
    return new NoteReturnId(TimeOrderedUuid.next());
  }

  /**
   * The one that this text names; a text that names none is answered like one that is not there.
   */
  public static NoteReturnId of(@Nullable String text) {
    return new NoteReturnId(Identifier.parse(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
