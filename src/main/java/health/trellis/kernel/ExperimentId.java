package health.trellis.kernel;

import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The id of an experiment that puts a belief to the test. */
@Embeddable
public record ExperimentId(UUID value) implements Identifier, Serializable {
  /** A new one, which sorts after all earlier ones. */
  public static ExperimentId next() {
    return new ExperimentId(TimeOrderedUuid.next());
  }

  /**
   * The one that this text names; a text that names none is answered like one that is not there.
   */
  public static ExperimentId of(@Nullable String text) {
    return new ExperimentId(Identifier.parse(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
