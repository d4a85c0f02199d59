package health.trellis.kernel;

import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The id of a map that was kept. */
@Embeddable
public record SupportMapId(UUID value) implements Identifier, Serializable {
  /** A new one, which sorts after all earlier ones. */
  public static SupportMapId next() {
    return new SupportMapId(TimeOrderedUuid.next());
  }

  /**
   * The one that this text names; a text that names none is answered like one that is not there.
   */
  public static SupportMapId of(@Nullable String text) {
    return new SupportMapId(Identifier.parse(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
