package health.trellis.kernel;

import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The id of an assignment: one inventory given to one client. */
@Embeddable
public record AssignmentId(UUID value) implements Identifier, Serializable {
  /** A new one, which sorts after all earlier ones. */
  public static AssignmentId next() {
    return new AssignmentId(TimeOrderedUuid.next());
  }

  /**
   * The one that this text names; a text that names none is answered like one that is not there.
   */
  public static AssignmentId of(@Nullable String text) {
    return new AssignmentId(Identifier.parse(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
