package health.trellis.kernel;

import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The id of an opening of a record in an emergency. */
@Embeddable
public record EmergencyAccessId(UUID value) implements Identifier, Serializable {
  /** A new one, which sorts after all earlier ones. */
  public static EmergencyAccessId next() {
    return new EmergencyAccessId(TimeOrderedUuid.next());
  }

  /**
   * The one that this text names; a text that names none is answered like one that is not there.
   */
  public static EmergencyAccessId of(@Nullable String text) {
    return new EmergencyAccessId(Identifier.parse(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
