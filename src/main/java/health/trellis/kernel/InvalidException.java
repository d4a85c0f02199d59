package health.trellis.kernel;

/**
 * What was typed does not fit: names the field and the key of the message that stands beside it.
 */
public class InvalidException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final String field;
  private final String code;

  /** A value of {@code field} that does not fit, with its message's key. */
  public InvalidException(String field, String code) {
    super(field + ": " + code);
    this.field = field;
    this.code = code;
  }

  /** The field, by the name of the draft's component. */
  public String field() {
    return field;
  }

  /** The key of the message. */
  public String code() {
    return code;
  }
}
