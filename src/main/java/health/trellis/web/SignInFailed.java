package health.trellis.web;

import org.jspecify.annotations.Nullable;

/** A sign-in that came to nothing; its message is for our log. */
class SignInFailed extends Exception {
  private static final long serialVersionUID = 1L;

  SignInFailed(String forTheLog, @Nullable Throwable cause) {
    super(forTheLog, cause);
  }
}
