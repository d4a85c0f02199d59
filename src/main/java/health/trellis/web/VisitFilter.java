package health.trellis.web;

import health.trellis.kernel.Setting;
import health.trellis.kernel.Settings;
import health.trellis.kernel.TimeOrderedUuid;
import health.trellis.security.CurrentCaller;
import health.trellis.security.RefusalLog;
import health.trellis.security.Role;
import health.trellis.security.Roles;
import health.trellis.security.SignIns;
import health.trellis.security.Visit;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The check of every address before its page runs. Apart from the few that are open to everybody,
 * the first folder names a role; only who signed in, holds that role now by Trellis's own tables,
 * and whose session still lives gets any further. Everybody else is sent to sign in, or told that
 * there is nothing there.
 */
public class VisitFilter extends HttpFilter {
  private static final long serialVersionUID = 1L;
  private static final Set<String> OPEN =
      Set.of(
          "/",
          "/sign-in",
          "/sign-in/callback",
          "/sign-out",
          BackChannelSignOutServlet.PATH,
          "/signed-out.xhtml",
          "/second-factor.xhtml",
          "/set-up.xhtml",
          "/fault",
          "/health");
  private static final List<String> OPEN_FOLDERS = List.of("/jakarta.faces.resource/", "/health/");

  @Inject private transient CurrentCaller caller;
  @Inject private transient Roles roles;
  @Inject private transient SignIns signIns;
  @Inject private transient Limits limits;
  @Inject private transient Settings settings;
  @Inject private transient RefusalLog refusals;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String path = request.getServletPath() + Optional.ofNullable(request.getPathInfo()).orElse("");
    if (OPEN.contains(path) || OPEN_FOLDERS.stream().anyMatch(path::startsWith)) {
      chain.doFilter(request, response);
      return;
    }
    boolean session = path.equals("/api/session/alive");
    Optional<Role> role =
        session
            ? SignedIn.of(request).map(SignedIn::role).or(() -> Optional.of(Role.CLIENT))
            : roleOf(path);
    if (role.isEmpty()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    Optional<SignedIn> signedIn = SignedIn.of(request).filter(s -> alive(s, role.get(), request));
    if (signedIn.isEmpty()) {
      askToSignIn(request, response, path);
      return;
    }
    Visit visit = visit(signedIn.get(), role.get(), request);
    caller.enter(visit);
    if (!roles.of(visit.sub()).contains(visit.role())
        || !strongEnough(signedIn.get(), role.get())) {
      refusals.refused(path, "holds no such role");
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    signedIn.get().touch(role.get());
    chain.doFilter(request, response);
  }

  /** The first folder's role; below /api/ the second one's. */
  private static Optional<Role> roleOf(String path) {
    String[] parts = path.split("/", 4);
    int at = parts.length > 2 && parts[1].equals("api") ? 2 : 1;
    return parts.length > at + 1 ? Role.ofFolder(parts[at]) : Optional.empty();
  }

  private boolean alive(SignedIn signedIn, Role role, HttpServletRequest request) {
    if (limits.left(signedIn, role).isNegative()
        || !signIns.stands(signedIn.sub(), signedIn.sessionHash())) {
      request.getSession().invalidate();
      return false;
    }
    return true;
  }

  private boolean strongEnough(SignedIn signedIn, Role role) {
    return role == Role.CLIENT || signedIn.secondFactor() || !settings.flag(Setting.SECOND_FACTOR);
  }

  static Visit visit(SignedIn signedIn, Role role, HttpServletRequest request) {
    return new Visit(
        signedIn.sub(),
        role,
        signedIn.sessionHash(),
        request.getRemoteAddr(),
        TimeOrderedUuid.next());
  }

  private static void askToSignIn(
      HttpServletRequest request, HttpServletResponse response, String path) throws IOException {
    boolean small = path.startsWith("/api/");
    if (small && !"navigate".equals(request.getHeader("Sec-Fetch-Mode"))) {
      response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
      return;
    }
    String query = request.getQueryString();
    String wanted =
        small
            ? ReturnAddress.before(request)
            : ReturnAddress.checked(query == null ? path : path + "?" + query);
    String signIn = "/sign-in?to=" + URLEncoder.encode(wanted, StandardCharsets.UTF_8);
    if ("partial/ajax".equals(request.getHeader("Faces-Request"))) {
      response.setContentType("text/xml;charset=UTF-8");
      response
          .getWriter()
          .write(
              "<?xml version=\"1.0\" encoding=\"UTF-8\"?><partial-response><redirect url=\""
                  + signIn
                  + "\"/></partial-response>");
      return;
    }
    response.sendRedirect(request.getContextPath() + signIn);
  }
}
