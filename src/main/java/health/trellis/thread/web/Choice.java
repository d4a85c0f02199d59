package health.trellis.thread.web;

import health.trellis.kernel.Identifier;
import health.trellis.thread.LinkChange;
import java.io.Serializable;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which records of one kind are chosen on a page, and which were when it was shown. */
public class Choice<T extends Identifier & Serializable> implements Serializable {
  private static final long serialVersionUID = 1L;

  private final Map<T, Boolean> chosen = new HashMap<>();
  private @Nullable String seen;

  /** Begins with what is chosen now; later on what was seen first counts. */
  void begin(Set<T> now) {
    if (seen == null) {
      seen = now.stream().map(T::toString).collect(Collectors.joining(",", ",", ""));
      now.forEach(this::add);
    }
  }

  /** Chooses one more. */
  void add(T each) {
    chosen.put(each, true);
  }

  /** What somebody changed who saw what was chosen first, and chose this. */
  LinkChange.Of<T> change(Function<String, T> named) {
    Set<T> before =
        Arrays.stream(seen == null ? new String[0] : seen.split(","))
            .filter(each -> !each.isEmpty())
            .map(named)
            .collect(Collectors.toSet());
    Set<T> now =
        chosen.entrySet().stream()
            .filter(Map.Entry::getValue)
            .map(Map.Entry::getKey)
            .collect(Collectors.toSet());
    return LinkChange.Of.between(before, now);
  }

  /** Whether each record is chosen. */
  public Map<T, Boolean> getChosen() {
    return chosen;
  }

  /**
   * What was chosen when the page was shown, each after a comma, or a comma for none; the form
   * carries it across the end of a session.
   */
  public @Nullable String getSeen() {
    return seen;
  }

  public void setSeen(@Nullable String seen) {
    this.seen = seen;
  }
}
