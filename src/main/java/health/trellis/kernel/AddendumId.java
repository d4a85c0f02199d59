package health.trellis.kernel;

import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The id of what was added to a signed note. */
@Embeddable
public record AddendumId(UUID value) implements Identifier, Serializable {
  /** A new one, which sorts after all earlier ones. */
  public static AddendumId next() {
    return new AddendumId(TimeOrderedUuid.next());
  }

  /**
   * The one that this text names; a text that names none is answered like one that is not there.
   */
  public static AddendumId of(@Nullable String text) {
    return new AddendumId(Identifier.parse(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
