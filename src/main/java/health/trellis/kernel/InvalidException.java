package health.trellis.kernel;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What was typed does not fit: names each field that is wrong, with the key of the message that
 * stands beside it.
 */
public class InvalidException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final LinkedHashMap<String, String> problems;

  /** A value of {@code field} that does not fit, with its message's key. */
  public InvalidException(String field, String code) {
    this(Map.of(field, code));
  }

  InvalidException(Map<String, String> problems) {
    super(problems.toString());
    this.problems = new LinkedHashMap<>(problems);
  }

  /** The keys of the messages by the fields' names, in the order of the form. */
  public Map<String, String> problems() {
    return Collections.unmodifiableMap(problems);
  }

  /** The first field, by the name of the draft's component. */
  public String field() {
    return problems.keySet().iterator().next();
  }

  /** The key of the first field's message. */
  public String code() {
    return problems.values().iterator().next();
  }
}
