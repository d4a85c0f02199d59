package health.trellis.kernel;

import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The id of what speaks for or against a belief. */
@Embeddable
public record EvidenceId(UUID value) implements Identifier, Serializable {
  /** A new one, which sorts after all earlier ones. */
  public static EvidenceId next() {
    return new EvidenceId(TimeOrderedUuid.next());
  }

  /**
   * The one that this text names; a text that names none is answered like one that is not there.
   */
  public static EvidenceId of(@Nullable String text) {
    return new EvidenceId(Identifier.parse(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
