package health.trellis.web;

import health.trellis.security.FirstStart;
import health.trellis.security.Role;
import health.trellis.security.Roles;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/**
 * The bare address: leads to one's own home page, or to signing in; after a sign-in that came to
 * nothing, to the page that offers another one; where there is no clinic yet, to its set-up.
 */
@WebServlet("")
public class HomeServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  static final String UNFINISHED = "unfinished";

  @Inject private transient Roles roles;
  @Inject private transient FirstStart start;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Optional<SignedIn> signedIn = SignedIn.of(request);
    if (signedIn.isEmpty()) {
      if (start.isEmpty()) {
        response.sendRedirect("/set-up.xhtml");
        return;
      }
      boolean unfinished = UNFINISHED.equals(request.getQueryString());
      response.sendRedirect(unfinished ? "/signed-out.xhtml" : "/sign-in");
      return;
    }
    Optional<Role> first = roles.of(signedIn.get().sub()).stream().sorted().findFirst();
    if (first.isEmpty()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
    } else {
      response.sendRedirect(first.get().home());
    }
  }
}
