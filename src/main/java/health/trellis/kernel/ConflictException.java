package health.trellis.kernel;

/**
 * What was asked for cannot be done any more, since the record moved on. The code names the message
 * that the person reads on the form, where what was typed still stands.
 */
public class ConflictException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final String code;

  /** A conflict with the key of its message, as {@code conflict.submitted}. */
  public ConflictException(String code) {
    super(code);
    this.code = code;
  }

  /** The key of the message. */
  public String code() {
    return code;
  }
}
