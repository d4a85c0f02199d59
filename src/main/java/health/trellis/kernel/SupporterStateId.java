package health.trellis.kernel;

import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The id of one state of a supporter. */
@Embeddable
public record SupporterStateId(UUID value) implements Identifier, Serializable {
  /** A new one, which sorts after all earlier ones. */
  public static SupporterStateId next() {
    return new SupporterStateId(TimeOrderedUuid.next());
  }

  /**
   * The one that this text names; a text that names none is answered like one that is not there.
   */
  public static SupporterStateId of(@Nullable String text) {
    return new SupporterStateId(Identifier.parse(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
