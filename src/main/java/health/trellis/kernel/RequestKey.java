package health.trellis.kernel;

import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The idempotency key of a create: the same key twice makes one record. */
@Embeddable
public record RequestKey(UUID value) implements Identifier, Serializable {
  /** A new one, which sorts after all earlier ones. */
  public static RequestKey next() {
    return new RequestKey(TimeOrderedUuid.next());
  }

  /**
   * The one that this text names; a text that names none is answered like one that is not there.
   */
  public static RequestKey of(@Nullable String text) {
    return new RequestKey(Identifier.parse(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
