package health.trellis.support;

import health.trellis.kernel.SupporterId;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What became of one supporter between two moments.
 *
 * @param before how it stood; null where it was not on the map
 * @param after how it stands; null where it is not on the map any more
 * @param aspects what is told otherwise of one who stayed, in a fixed order
 */
public record MapChange(
    @Nullable SupporterView before, @Nullable SupporterView after, List<Aspect> aspects) {
  /** What it comes to. */
  public enum Kind {
    CAME,
    WENT,
    CHANGED
  }

  /** Whether the supporter came, went, or stayed and changed. */
  public Kind kind() {
    return before == null ? Kind.CAME : after == null ? Kind.WENT : Kind.CHANGED;
  }

  /** How the supporter stands now, or stood last. */
  public SupporterView shown() {
    return after == null ? Objects.requireNonNull(before, "one of both is there") : after;
  }

  /** Whose change it is. */
  public SupporterId id() {
    return shown().id();
  }
}
