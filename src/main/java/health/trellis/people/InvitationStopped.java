package health.trellis.people;

/** An invitation came no further for now. */
class InvitationStopped extends Exception {
  private static final long serialVersionUID = 1L;
  private final Trouble trouble;

  InvitationStopped(Trouble trouble, String what) {
    super(what);
    this.trouble = trouble;
  }

  Trouble trouble() {
    return trouble;
  }
}
