package health.trellis.kernel;

import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The id of a decision on whether the client keeps the map too. */
@Embeddable
public record SupportSharingId(UUID value) implements Identifier, Serializable {
  /** A new one, which sorts after all earlier ones. */
  public static SupportSharingId next() {
    return new SupportSharingId(TimeOrderedUuid.next());
  }

  /**
   * The one that this text names; a text that names none is answered like one that is not there.
   */
  public static SupportSharingId of(@Nullable String text) {
    return new SupportSharingId(Identifier.parse(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
