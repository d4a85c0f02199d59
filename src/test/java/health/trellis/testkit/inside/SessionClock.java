package health.trellis.testkit.inside;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.lang.reflect.Field;
import java.time.Duration;

/**
 * Lets a session grow older than it is: moves its last sign of life, or its beginning where a clock
 * is named, back by some minutes. It lies outside of the addresses that count as activity, and
 * changes nothing else.
 */
final class SessionClock extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final String SIGNED_IN = "health.trellis.web.SignedIn";

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws ServletException {
    HttpSession session = request.getSession(false);
    Object signedIn = session == null ? null : session.getAttribute(SIGNED_IN);
    if (signedIn == null) {
      response.setStatus(HttpServletResponse.SC_CONFLICT);
      return;
    }
    long minutes = Long.parseLong(request.getParameter("minutes"));
    try {
      String clock = request.getParameter("clock") == null ? "lastActive" : "since";
      Field noted = signedIn.getClass().getDeclaredField(clock);
      noted.setAccessible(true);
      noted.setLong(signedIn, noted.getLong(signedIn) - Duration.ofMinutes(minutes).toNanos());
    } catch (ReflectiveOperationException changed) {
      throw new ServletException(changed);
    }
    response.setStatus(HttpServletResponse.SC_NO_CONTENT);
  }
}
