package health.trellis.kernel;

/**
 * What was asked for is not there, or not this caller's to see: the same answer for both, so that
 * nobody learns which. The message is for our log alone.
 */
public class NotFoundException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public NotFoundException(String forTheLog) {
    super(forTheLog);
  }

  public NotFoundException(String forTheLog, Throwable cause) {
    super(forTheLog, cause);
  }
}
