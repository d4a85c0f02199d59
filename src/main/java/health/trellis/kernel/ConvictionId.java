package health.trellis.kernel;

import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The id of one rating of a conviction. */
@Embeddable
public record ConvictionId(UUID value) implements Identifier, Serializable {
  /** A new one, which sorts after all earlier ones. */
  public static ConvictionId next() {
    return new ConvictionId(TimeOrderedUuid.next());
  }

  /**
   * The one that this text names; a text that names none is answered like one that is not there.
   */
  public static ConvictionId of(@Nullable String text) {
    return new ConvictionId(Identifier.parse(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
