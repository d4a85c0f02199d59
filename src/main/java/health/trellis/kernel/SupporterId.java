package health.trellis.kernel;

import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The id of a supporter on a client's map. */
@Embeddable
public record SupporterId(UUID value) implements Identifier, Serializable {
  /** A new one, which sorts after all earlier ones. */
  public static SupporterId next() {
    return new SupporterId(TimeOrderedUuid.next());
  }

  /**
   * The one that this text names; a text that names none is answered like one that is not there.
   */
  public static SupporterId of(@Nullable String text) {
    return new SupporterId(Identifier.parse(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
