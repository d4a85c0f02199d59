package health.trellis.support;

import health.trellis.kernel.SupporterId;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The own map as its client reads it.
 *
 * @param on who is on it, from the closest circle outwards and clockwise
 * @param gone who was on it once
 * @param open whether the client may write on it now
 * @param therapists the names of those who see it too
 */
public record OwnMapPage(
    List<SupporterView> on, List<SupporterView> gone, boolean open, List<String> therapists) {
  /** One of them; null where it is none of them. */
  public @Nullable SupporterView find(SupporterId id) {
    return Stream.concat(on.stream(), gone.stream())
        .filter(each -> each.id().equals(id))
        .findFirst()
        .orElse(null);
  }

  /** Whether there is room for one more. */
  public boolean room() {
    return on.size() < SupportBook.MOST;
  }
}
