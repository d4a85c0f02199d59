package health.trellis.kernel;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A UUID that says what it is the id of. */
public interface Identifier {
  /** The bare UUID, for a query's parameter. */
  UUID value();

  /** Reads an id that came from outside; a malformed one is {@link NotFoundException not found}. */
  static UUID parse(@Nullable String text) {
    if (text == null || text.length() != 36) {
      throw new NotFoundException("no such id");
    }
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException malformed) {
      throw new NotFoundException("no such id", malformed);
    }
  }
}
