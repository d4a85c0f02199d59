package health.trellis.kernel;

import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The id of what happened in a client's life. */
@Embeddable
public record LifeEventId(UUID value) implements Identifier, Serializable {
  /** A new one, which sorts after all earlier ones. */
  public static LifeEventId next() {
    return new LifeEventId(TimeOrderedUuid.next());
  }

  /**
   * The one that this text names; a text that names none is answered like one that is not there.
   */
  public static LifeEventId of(@Nullable String text) {
    return new LifeEventId(Identifier.parse(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
