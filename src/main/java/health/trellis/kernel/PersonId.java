package health.trellis.kernel;

import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The id of a person: staff or client, as somebody who signs in. */
@Embeddable
public record PersonId(UUID value) implements Identifier, Serializable {
  /** A new one, which sorts after all earlier ones. */
  public static PersonId next() {
    return new PersonId(TimeOrderedUuid.next());
  }

  /**
   * The one that this text names; a text that names none is answered like one that is not there.
   */
  public static PersonId of(@Nullable String text) {
    return new PersonId(Identifier.parse(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
