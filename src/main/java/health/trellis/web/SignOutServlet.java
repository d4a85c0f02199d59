package health.trellis.web;

import health.trellis.security.SignInLog;
import health.trellis.security.SignIns;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Ends the session here, then at the identity provider. */
@WebServlet("/sign-out")
public class SignOutServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final Logger LOG = Logger.getLogger(SignOutServlet.class.getName());

  @Inject private transient Oidc oidc;
  @Inject private transient SignInLog log;
  @Inject private transient SignIns signIns;

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Optional<SignedIn> signedIn = SignedIn.of(request);
    String next = "/signed-out.xhtml";
    if (signedIn.isPresent()) {
      log.signedOut(VisitFilter.visit(signedIn.get(), signedIn.get().role(), request));
      signIns.end(signedIn.get().sessionHash(), false);
      request.getSession().invalidate();
      try {
        String end = oidc.end(signedIn.get().idToken()).toString();
        next = oidc.reachable() ? end : next;
      } catch (SignInFailed down) {
        LOG.log(Level.WARNING, "the session at the identity provider could not be ended", down);
      }
    }
    response.setStatus(HttpServletResponse.SC_SEE_OTHER);
    response.setHeader("Location", next);
  }
}
