package health.trellis.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Begins a sign-in: remembers the page that was asked for, and leads to the identity provider,
 * which asks for the password again where {@link #ANEW} stands in the address.
 */
@WebServlet("/sign-in")
public class SignInServlet extends HttpServlet {
  static final String ANEW = "anew";

  private static final long serialVersionUID = 1L;
  private static final Logger LOG = Logger.getLogger(SignInServlet.class.getName());

  @Inject private transient Oidc oidc;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    PendingSignIn pending =
        PendingSignIn.to(
            ReturnAddress.checked(request.getParameter("to")),
            Asked.in(request).orElse(null),
            Credential.in(request).orElse(null));
    try {
      boolean anew = pending.asked() != null || request.getParameter(ANEW) != null;
      if (!oidc.reachable()) {
        throw new SignInFailed("the identity provider does not answer", null);
      }
      String address = oidc.begin(pending, Languages.of(request), anew).toString();
      pending.keepIn(request.getSession());
      response.sendRedirect(address);
    } catch (SignInFailed down) {
      LOG.log(Level.WARNING, "sign-in could not begin", down);
      response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
    }
  }
}
