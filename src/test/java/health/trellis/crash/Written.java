package health.trellis.crash;

/**
 * One note as its writer knows it: what was sent, and what the server said it had kept. Whatever
 * was sent and not answered is in doubt.
 */
final class Written {
  private final String client;
  private final String note;
  private volatile int sent;
  private volatile int saved;
  private volatile long version;
  private volatile boolean signatureSent;
  private volatile boolean signed;

  Written(String client, String note) {
    this.client = client;
    this.note = note;
  }

  String client() {
    return client;
  }

  String note() {
    return note;
  }

  /** The number of the save that is about to be sent. */
  int next() {
    sent++;
    return sent;
  }

  void seenSaved(long versionThen) {
    saved = sent;
    version = versionThen;
  }

  void sendingSignature() {
    signatureSent = true;
  }

  void seenSigned() {
    signed = true;
  }

  /** The version that the server named last. */
  long version() {
    return version;
  }

  int sent() {
    return sent;
  }

  int saved() {
    return saved;
  }

  boolean signatureSent() {
    return signatureSent;
  }

  boolean signed() {
    return signed;
  }

  /** What the note says after its save of that number. */
  static String text(int save) {
    return "Save number " + save + ". " + "She let her sister carry one box. ".repeat(40);
  }
}
