package health.trellis.kernel;

import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The id of a version of a goal's five levels. */
@Embeddable
public record AttainmentScaleId(UUID value) implements Identifier, Serializable {
  /** A new one, which sorts after all earlier ones. */
  public static AttainmentScaleId next() {
    return new AttainmentScaleId(TimeOrderedUuid.next());
  }

  /**
   * The one that this text names; a text that names none is answered like one that is not there.
   */
  public static AttainmentScaleId of(@Nullable String text) {
    return new AttainmentScaleId(Identifier.parse(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
