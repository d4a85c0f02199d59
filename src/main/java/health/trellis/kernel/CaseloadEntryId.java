package health.trellis.kernel;

import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The id of a caseload entry: one therapist treating one client for a time. */
@Embeddable
public record CaseloadEntryId(UUID value) implements Identifier, Serializable {
  /** A new one, which sorts after all earlier ones. */
  public static CaseloadEntryId next() {
    return new CaseloadEntryId(TimeOrderedUuid.next());
  }

  /**
   * The one that this text names; a text that names none is answered like one that is not there.
   */
  public static CaseloadEntryId of(@Nullable String text) {
    return new CaseloadEntryId(Identifier.parse(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
