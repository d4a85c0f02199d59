package health.trellis.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Takes the sign NUL out of what a form sends. No text has one and the database takes none; whoever
 * pastes one from somewhere neither sees it nor can be told where it stands.
 */
public class WithoutNul extends HttpFilter {
  private static final long serialVersionUID = 1L;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    boolean has =
        request.getMethod().equals("POST")
            && request.getParameterMap().values().stream()
                .flatMap(Arrays::stream)
                .anyMatch(value -> value.indexOf('\0') >= 0);
    chain.doFilter(has ? new Cleaned(request) : request, response);
  }

  private static final class Cleaned extends HttpServletRequestWrapper {
    private final Map<String, String[]> parameters = new TreeMap<>();

    Cleaned(HttpServletRequest request) {
      super(request);
      request
          .getParameterMap()
          .forEach(
              (name, values) ->
                  parameters.put(
                      name,
                      Arrays.stream(values)
                          .map(value -> value.replace("\0", ""))
                          .toArray(String[]::new)));
    }

    @Override
    public @Nullable String getParameter(String name) {
      String[] values = parameters.get(name);
      return values == null ? null : values[0];
    }

    @Override
    public String @Nullable [] getParameterValues(String name) {
      return parameters.get(name);
    }

    @Override
    public Map<String, String[]> getParameterMap() {
      return parameters;
    }
  }
}
