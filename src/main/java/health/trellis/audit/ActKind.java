package health.trellis.audit;

/** What sort of act it is; the letter is FHIR's. */
public enum ActKind {
  LOOKED('R'),
  ADDED('C'),
  CHANGED('U'),
  /** Signing in and out, refusals, failures. */
  OTHER('E');

  private final char letter;

  ActKind(char letter) {
    this.letter = letter;
  }

  /** As the log writes it. */
  char letter() {
    return letter;
  }
}
