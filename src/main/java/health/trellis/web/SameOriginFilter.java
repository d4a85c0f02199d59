package health.trellis.web;

import health.trellis.kernel.Setting;
import health.trellis.kernel.Settings;
import jakarta.faces.render.ResponseStateManager;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;

/**
 * Lets a request that may change something pass only from our own pages: by {@code Sec-Fetch-Site},
 * or by {@code Origin} where a browser does not send the former. REST writes also carry JSON and
 * the session's token, neither of which a foreign form can send. A form that comes as a link, which
 * Faces would take for one that was sent, does not pass from anywhere. The one exception is where
 * the identity provider itself speaks, by a token that it signed.
 */
public class SameOriginFilter extends HttpFilter {
  private static final long serialVersionUID = 1L;
  private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

  @Inject private transient Settings settings;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    boolean passes =
        SAFE.contains(request.getMethod())
            ? !isForm(request)
            : fromProvider(request) || (fromUs(request) && restIsOurs(request));
    if (passes) {
      chain.doFilter(request, response);
    } else {
      response.setStatus(HttpServletResponse.SC_FORBIDDEN);
    }
  }

  /** Whether it would be taken for a form that was sent, which is never done by a link. */
  private static boolean isForm(HttpServletRequest request) {
    return request.getParameter(ResponseStateManager.VIEW_STATE_PARAM) != null;
  }

  private static boolean fromProvider(HttpServletRequest request) {
    return request.getMethod().equals("POST")
        && request.getServletPath().equals(BackChannelSignOutServlet.PATH);
  }

  private boolean fromUs(HttpServletRequest request) {
    String site = request.getHeader("Sec-Fetch-Site");
    return site == null
        ? settings.text(Setting.BASE_URL).equals(request.getHeader("Origin"))
        : site.equals("same-origin");
  }

  private static boolean restIsOurs(HttpServletRequest request) {
    if (!request.getServletPath().startsWith("/api")) {
      return true;
    }
    String type = request.getContentType();
    boolean json = type != null && type.matches("application/json(;.*)?");
    String token = request.getHeader("X-Trellis-Token");
    return json
        && SignedIn.of(request).map(signedIn -> signedIn.token().equals(token)).orElse(true);
  }
}
