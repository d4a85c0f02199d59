package health.trellis.kernel;

import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The id of a notice of an opening in an emergency. */
@Embeddable
public record EmergencyNoticeId(UUID value) implements Identifier, Serializable {
  /** A new one, which sorts after all earlier ones. */
  public static EmergencyNoticeId next() {
    return new EmergencyNoticeId(TimeOrderedUuid.next());
  }

  /**
   * The one that this text names; a text that names none is answered like one that is not there.
   */
  public static EmergencyNoticeId of(@Nullable String text) {
    return new EmergencyNoticeId(Identifier.parse(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
