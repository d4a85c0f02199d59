package health.trellis.testkit.inside;

import health.trellis.security.Role;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** Opens a folder to everybody or closes it to all, by its name; without one, as it was. */
public final class RolesServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject private transient TurnedRoles roles;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response) {
    String folder = request.getParameter("folder");
    roles.turn(
        folder == null ? null : Role.ofFolder(folder).orElseThrow(),
        Boolean.parseBoolean(request.getParameter("open")));
    response.setStatus(HttpServletResponse.SC_NO_CONTENT);
  }
}
