package health.trellis.testkit.inside;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Field;
import java.time.Duration;

/**
 * Lets the wall clock jump ahead for one session, as the container sees it: moves what that noted
 * of the last access back by some hours.
 */
final class WallClock extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws ServletException {
    long jump = Duration.ofHours(Long.parseLong(request.getParameter("hours"))).toMillis();
    try {
      Field inner = field(request.getSession(false).getClass(), "session");
      Object session = inner.get(request.getSession(false));
      for (String noted : new String[] {"thisAccessedTime", "lastAccessedTime"}) {
        Field time = field(session.getClass(), noted);
        time.setLong(session, time.getLong(session) - jump);
      }
    } catch (ReflectiveOperationException changed) {
      throw new ServletException(changed);
    }
    response.setStatus(HttpServletResponse.SC_NO_CONTENT);
  }

  private static Field field(Class<?> type, String name) throws NoSuchFieldException {
    for (Class<?> at = type; at != null; at = at.getSuperclass()) {
      for (Field each : at.getDeclaredFields()) {
        if (each.getName().equals(name)) {
          each.setAccessible(true);
          return each;
        }
      }
    }
    throw new NoSuchFieldException(name + " of " + type);
  }
}
