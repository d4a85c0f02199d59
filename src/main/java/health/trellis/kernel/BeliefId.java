package health.trellis.kernel;

import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The id of a belief in a client's ledger. */
@Embeddable
public record BeliefId(UUID value) implements Identifier, Serializable {
  /** A new one, which sorts after all earlier ones. */
  public static BeliefId next() {
    return new BeliefId(TimeOrderedUuid.next());
  }

  /**
   * The one that this text names; a text that names none is answered like one that is not there.
   */
  public static BeliefId of(@Nullable String text) {
    return new BeliefId(Identifier.parse(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
