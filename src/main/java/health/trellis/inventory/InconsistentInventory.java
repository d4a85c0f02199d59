package health.trellis.inventory;

/**
 * A definition whose parts contradict each other. It names the part that is wrong, so that a reader
 * can say on which line that part stands.
 */
final class InconsistentInventory extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final String subject;

  InconsistentInventory(String subject, String problem) {
    super(problem);
    this.subject = subject;
  }

  /** The part that is wrong, named as {@link Subject} names it. */
  String subject() {
    return subject;
  }
}
