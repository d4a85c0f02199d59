package health.trellis.testkit.inside;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Set;

/**
 * A side door for Arquillian's own servlet, which runs a test inside the server. It stands before
 * the application's filters, so that these need no exception for tests. Beside it stand what only a
 * journey asks for: time that passes, a fault, a folder that lets in others, and a statement that
 * takes in what is sent.
 */
public final class TestDoor implements ServletContainerInitializer {

  private static final String RUNNER = "/ArquillianServletRunnerEE9";

  @Override
  public void onStartup(Set<Class<?>> none, ServletContext context) {
    FilterRegistration.Dynamic door = context.addFilter("test-door", new Forward());
    door.setAsyncSupported(true);
    door.addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), false, RUNNER);
    context.addServlet("test-session-clock", new SessionClock()).addMapping("/health/test-clock");
    context.addServlet("test-wall-clock", new WallClock()).addMapping("/health/test-wall-clock");
    context.addServlet("test-fault", new FailingServlet()).addMapping("/health/test-fault");
    context.addServlet("test-roles", RolesServlet.class).addMapping("/health/test-roles");
    context
        .addServlet("test-injectable", InjectableServlet.class)
        .addMapping("/health/test-injectable");
  }

  private static final class Forward extends HttpFilter {
    private static final long serialVersionUID = 1L;

    @Override
    protected void doFilter(
        HttpServletRequest request, HttpServletResponse response, FilterChain chain)
        throws IOException, ServletException {
      request.getRequestDispatcher(RUNNER).forward(request, response);
    }
  }
}
