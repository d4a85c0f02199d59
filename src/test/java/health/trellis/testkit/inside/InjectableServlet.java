package health.trellis.testkit.inside;

import jakarta.annotation.Resource;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** What no code of Trellis does: it makes a statement of what was sent, so that a tool finds it. */
public final class InjectableServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Resource(lookup = "java:app/jdbc/trellis")
  private transient DataSource database;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException, ServletException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "select 1 where 'zz' = '" + request.getParameter("text") + "'")) {
      response.setContentType("text/plain");
      response.getWriter().print(rows.next() ? "It is." : "It is not.");
    } catch (SQLException broken) {
      throw new ServletException(broken);
    }
  }
}
