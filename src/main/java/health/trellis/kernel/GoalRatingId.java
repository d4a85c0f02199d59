package health.trellis.kernel;

import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The id of a rating of a goal. */
@Embeddable
public record GoalRatingId(UUID value) implements Identifier, Serializable {
  /** A new one, which sorts after all earlier ones. */
  public static GoalRatingId next() {
    return new GoalRatingId(TimeOrderedUuid.next());
  }

  /**
   * The one that this text names; a text that names none is answered like one that is not there.
   */
  public static GoalRatingId of(@Nullable String text) {
    return new GoalRatingId(Identifier.parse(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
