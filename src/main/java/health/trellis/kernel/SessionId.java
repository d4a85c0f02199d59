package health.trellis.kernel;

import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The id of a session: one meeting of a client and a therapist. */
@Embeddable
public record SessionId(UUID value) implements Identifier, Serializable {
  /** A new one, which sorts after all earlier ones. */
  public static SessionId next() {
    return new SessionId(TimeOrderedUuid.next());
  }

  /**
   * The one that this text names; a text that names none is answered like one that is not there.
   */
  public static SessionId of(@Nullable String text) {
    return new SessionId(Identifier.parse(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
