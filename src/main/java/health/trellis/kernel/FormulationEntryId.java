package health.trellis.kernel;

import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The id of one entry of one version of a formulation. */
@Embeddable
public record FormulationEntryId(UUID value) implements Identifier, Serializable {
  /** A new one, which sorts after all earlier ones. */
  public static FormulationEntryId next() {
    return new FormulationEntryId(TimeOrderedUuid.next());
  }

  /**
   * The one that this text names; a text that names none is answered like one that is not there.
   */
  public static FormulationEntryId of(@Nullable String text) {
    return new FormulationEntryId(Identifier.parse(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
