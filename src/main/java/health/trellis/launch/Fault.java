package health.trellis.launch;

/**
 * A reason why Trellis cannot start, said in one sentence that tells a person what to do. It is
 * printed as it stands, without a stack trace.
 */
public final class Fault extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** A fault that needs no cause to be understood. */
  public Fault(String sentence) {
    super(sentence);
  }

  /** A fault whose cause helps those who debug the launcher. */
  public Fault(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
