package health.trellis.kernel;

import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The id of a goal to begin with that a clinic wrote. */
@Embeddable
public record GoalStarterId(UUID value) implements Identifier, Serializable {
  /** A new one, which sorts after all earlier ones. */
  public static GoalStarterId next() {
    return new GoalStarterId(TimeOrderedUuid.next());
  }

  /**
   * The one that this text names; a text that names none is answered like one that is not there.
   */
  public static GoalStarterId of(@Nullable String text) {
    return new GoalStarterId(Identifier.parse(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
