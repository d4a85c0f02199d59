package health.trellis.watch;

/** What the identity provider saw, as the audit log names it. */
public enum ProviderAct {
  SIGNED_IN("done"),
  SIGNED_OUT("done"),
  /** A wrong password or code, an unknown name, or an account that is locked or disabled. */
  SIGN_IN_FAILED("refused"),
  /** Too many of these: the account takes no sign-in for a while. */
  LOCKED("refused"),
  PASSWORD_CHANGED("done"),
  /** One-time codes or a passkey. */
  FACTOR_SET("done"),
  FACTOR_REMOVED("done"),
  RECOVERY_CODES_SET("done");

  private final String outcome;

  ProviderAct(String outcome) {
    this.outcome = outcome;
  }

  /** As the log writes it. */
  public String code() {
    return "PROVIDER_" + name();
  }

  /** How it ended, as the log writes it. */
  String outcome() {
    return outcome;
  }
}
