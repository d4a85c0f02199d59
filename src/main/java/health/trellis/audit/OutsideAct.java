package health.trellis.audit;

/** What the log names besides the {@link Act}s: no service writes it, or none that went through. */
public enum OutsideAct {
  /** Written by the database, at the door to a client's record. */
  CLIENT_OPENED,
  /** Written by the database, where a record is opened in an emergency, read then, and closed. */
  EMERGENCY_OPENED,
  EMERGENCY_READ,
  EMERGENCY_ENDED,
  SIGNED_IN,
  SIGNED_OUT,
  SIGN_IN_FAILED,
  /** Written by the database, when the identity provider ended a sign-in. */
  SIGNED_OUT_BY_PROVIDER,
  REFUSED,
  FAILED,
  /** Written by the program that seals the log. */
  AUDIT_CHECKED,
  /** These are written by the program that reads sign-ins at the identity provider. */
  PROVIDER_SIGNED_IN,
  PROVIDER_SIGNED_OUT,
  PROVIDER_SIGN_IN_FAILED,
  PROVIDER_LOCKED,
  PROVIDER_PASSWORD_CHANGED,
  PROVIDER_FACTOR_SET,
  PROVIDER_FACTOR_REMOVED,
  PROVIDER_RECOVERY_CODES_SET
}
