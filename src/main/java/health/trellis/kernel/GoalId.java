package health.trellis.kernel;

import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The id of a goal of a client. */
@Embeddable
public record GoalId(UUID value) implements Identifier, Serializable {
  /** A new one, which sorts after all earlier ones. */
  public static GoalId next() {
    return new GoalId(TimeOrderedUuid.next());
  }

  /**
   * The one that this text names; a text that names none is answered like one that is not there.
   */
  public static GoalId of(@Nullable String text) {
    return new GoalId(Identifier.parse(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
