package health.trellis.security;

/** Where sign-ins, sign-outs and failures to sign in are written down. */
public interface SignInLog {
  /** Somebody signed in. */
  void signedIn(Visit visit);

  /** Somebody signed out. */
  void signedOut(Visit visit);

  /** Somebody came back from the identity provider with nothing that holds, or not enough. */
  void signInFailed(Visit visit, String why);
}
