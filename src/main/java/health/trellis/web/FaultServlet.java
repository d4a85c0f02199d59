package health.trellis.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.primefaces.csp.CspException;

/**
 * The page for a fault: plain HTML with an incident id, made without Faces, without the database
 * and without Keycloak, since any of them may be what failed. The log has the cause under the same
 * id. A form that carries another page's nonce is none of ours and no fault: it is refused.
 */
@WebServlet(urlPatterns = "/fault", loadOnStartup = 2)
public class FaultServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final Logger LOG = Logger.getLogger(FaultServlet.class.getName());

  @SuppressWarnings("NullAway.Init") // The container calls init() before the first request.
  private transient FaultPage page;

  @Override
  public void init() throws ServletException {
    try {
      page = new FaultPage(getServletContext());
    } catch (IOException missing) {
      throw new ServletException(missing);
    }
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) == null) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    String incident = Incident.next();
    Throwable cause = (Throwable) request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
    if (FaultHandler.find(cause, CspException.class) != null) {
      response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
    }
    LOG.log(
        response.getStatus() == HttpServletResponse.SC_BAD_REQUEST ? Level.WARNING : Level.SEVERE,
        cause,
        () -> "incident " + incident + " status " + response.getStatus());
    response.setContentType("text/html;charset=UTF-8");
    response.getWriter().write(page.about(incident, request));
  }
}
