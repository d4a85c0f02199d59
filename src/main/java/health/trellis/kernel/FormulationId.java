package health.trellis.kernel;

import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The id of one version of a client's formulation. */
@Embeddable
public record FormulationId(UUID value) implements Identifier, Serializable {
  /** A new one, which sorts after all earlier ones. */
  public static FormulationId next() {
    return new FormulationId(TimeOrderedUuid.next());
  }

  /**
   * The one that this text names; a text that names none is answered like one that is not there.
   */
  public static FormulationId of(@Nullable String text) {
    return new FormulationId(Identifier.parse(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
