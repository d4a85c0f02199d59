package health.trellis.kernel;

import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The id of a small step towards a goal. */
@Embeddable
public record GoalStepId(UUID value) implements Identifier, Serializable {
  /** A new one, which sorts after all earlier ones. */
  public static GoalStepId next() {
    return new GoalStepId(TimeOrderedUuid.next());
  }

  /**
   * The one that this text names; a text that names none is answered like one that is not there.
   */
  public static GoalStepId of(@Nullable String text) {
    return new GoalStepId(Identifier.parse(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
