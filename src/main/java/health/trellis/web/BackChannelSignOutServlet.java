package health.trellis.web;

import health.trellis.security.SignIns;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Where the identity provider itself says that a session has ended there (OpenID Connect
 * Back-Channel Logout 1.0). No browser comes here, so the token alone speaks: one that the provider
 * did not sign for Trellis, for this purpose and now, ends nothing.
 */
@WebServlet(BackChannelSignOutServlet.PATH)
public class BackChannelSignOutServlet extends HttpServlet {
  static final String PATH = "/sign-out/back-channel";

  private static final long serialVersionUID = 1L;
  private static final Logger LOG = Logger.getLogger(BackChannelSignOutServlet.class.getName());

  /** More than any token of a provider's. */
  private static final int LONGEST = 16_384;

  @Inject private transient Oidc oidc;
  @Inject private transient SignIns signIns;

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response) {
    int length = request.getContentLength();
    String token = length < 0 || length > LONGEST ? null : request.getParameter("logout_token");
    if (token == null) {
      response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
      return;
    }
    try {
      Oidc.Ended ended = oidc.ended(token);
      signIns.endByProvider(ended.sub(), ended.session());
      response.setStatus(HttpServletResponse.SC_OK);
    } catch (SignInFailed refused) {
      LOG.log(Level.WARNING, () -> why(refused));
      response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
    }
  }

  /** Without the cause's message, which repeats what stands in a token of anybody's. */
  private static String why(SignInFailed refused) {
    Throwable cause = refused.getCause();
    return refused.getMessage() + (cause == null ? "" : ": " + cause.getClass().getName());
  }
}
