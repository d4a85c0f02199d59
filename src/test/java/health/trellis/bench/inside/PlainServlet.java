package health.trellis.bench.inside;

import health.trellis.desk.DeskService;
import jakarta.annotation.Resource;
import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * The limit that the caseload is held against: the same three statements in one transaction, by
 * bare JDBC, and the same bytes, which were read from the real page and handed over by a PUT.
 */
public final class PlainServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final String CONTEXT =
      "select person_id, clinic_id, name, language, time_zone, client_id, demo, clinic, therapists"
          + " from begin_context(?, 'THERAPIST', 'bench', '127.0.0.1', ?)";
  private static final String LINES =
      "select l.client_id, l.therapist_id, l.birth_date, l.due_on, l.goal_means, l.goal_means_by_client,"
          + " l.goal_means_of_levels, l.last_at, l.last_mean, l.name,"
          + " l.name_key, l.open_assignment, l.recent_means, l.review_assignment, l.review_since"
          + " from caseload_line l where l.therapist_id = ? and (l.name_key, l.client_id) >"
          + " (select x.name_key, x.client_id from caseload_line x where x.therapist_id = ?"
          + " and x.client_id = ?) order by l.name_key, l.client_id fetch first "
          + (DeskService.PAGE + 1)
          + " rows only";
  private static final String EVENTS =
      "insert into audit_event (kind, code, action, client_id, entity, entity_id)"
          + " select 'act', 'CLIENT_LISTED', 'R', shown, 'client', shown"
          + " from unnest(?::uuid[]) shown";

  private static volatile byte[] page = new byte[0];

  @Resource(lookup = "java:app/jdbc/trellis")
  private transient DataSource database;

  /** Puts the servlet beside the application's own. */
  public static final class Door implements ServletContainerInitializer {
    @Override
    public void onStartup(Set<Class<?>> none, ServletContext context) {
      context.addServlet("bench", PlainServlet.class).addMapping("/health/bench");
    }
  }

  @Override
  protected void doPut(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    page = request.getInputStream().readAllBytes();
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException, ServletException {
    try {
      ask(
          request.getParameter("sub"),
          UUID.fromString(request.getParameter("therapist")),
          UUID.fromString(request.getParameter("after")));
    } catch (SQLException e) {
      throw new ServletException(e);
    }
    response.setContentType("text/html;charset=UTF-8");
    response.getOutputStream().write(page);
  }

  private void ask(String sub, UUID therapist, UUID after) throws SQLException {
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      try (PreparedStatement context = connection.prepareStatement(CONTEXT);
          PreparedStatement lines = connection.prepareStatement(LINES);
          PreparedStatement events = connection.prepareStatement(EVENTS)) {
        context.setString(1, sub);
        context.setObject(2, UUID.randomUUID());
        context.executeQuery().close();
        lines.setObject(1, therapist);
        lines.setObject(2, therapist);
        lines.setObject(3, after);
        events.setArray(1, connection.createArrayOf("uuid", clients(lines)));
        events.executeUpdate();
        connection.commit();
      } finally {
        connection.setAutoCommit(true);
      }
    }
  }

  private static Object[] clients(PreparedStatement lines) throws SQLException {
    List<Object> clients = new ArrayList<>();
    try (ResultSet rows = lines.executeQuery()) {
      while (rows.next() && clients.size() < DeskService.PAGE) {
        clients.add(rows.getObject(1, UUID.class));
        for (int column = 2; column <= 12; column++) {
          rows.getObject(column);
        }
      }
    }
    return clients.toArray();
  }
}
