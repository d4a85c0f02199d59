package health.trellis.kernel;

import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The id of a question to the log that a clinic keeps. */
@Embeddable
public record SavedFilterId(UUID value) implements Identifier, Serializable {
  /** A new one, which sorts after all earlier ones. */
  public static SavedFilterId next() {
    return new SavedFilterId(TimeOrderedUuid.next());
  }

  /**
   * The one that this text names; a text that names none is answered like one that is not there.
   */
  public static SavedFilterId of(@Nullable String text) {
    return new SavedFilterId(Identifier.parse(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
