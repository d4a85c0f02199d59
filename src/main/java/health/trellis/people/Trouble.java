package health.trellis.people;

/** What stopped an invitation. */
public enum Trouble {
  /** The identity provider did not answer, or not as it should. */
  PROVIDER,
  /** It could not send the mail. */
  MAIL,
  /** It takes no such name or address. */
  REFUSED,
  /** Somebody has an account with that address already. */
  TAKEN
}
