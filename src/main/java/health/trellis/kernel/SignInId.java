package health.trellis.kernel;

import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The id of one signing in, and of the session that it began. */
@Embeddable
public record SignInId(UUID value) implements Identifier, Serializable {
  /** A new one, which sorts after all earlier ones. */
  public static SignInId next() {
    return new SignInId(TimeOrderedUuid.next());
  }

  /**
   * The one that this text names; a text that names none is answered like one that is not there.
   */
  public static SignInId of(@Nullable String text) {
    return new SignInId(Identifier.parse(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
