package health.trellis.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.regex.Pattern;

/**
 * Takes what was typed into a search and leads to the list, which then shows what matches. The
 * words stay in the session; in the list's address stand their id, other ids, days and names of
 * choices, and nothing that was written.
 */
@WebServlet({SearchServlet.CASELOAD, SearchServlet.CLIENTS, SearchServlet.NOTES})
public class SearchServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  static final String CASELOAD = "/therapist/search";
  static final String CLIENTS = "/admin/search";
  static final String NOTES = "/therapist/note-search";

  private static final Map<String, String> LISTS =
      Map.of(
          CASELOAD, "/therapist/caseload.xhtml",
          CLIENTS, "/admin/clients/list.xhtml",
          NOTES, "/therapist/notes/search.xhtml");
  private static final List<String> LIMITS =
      List.of("client", "belief", "goal", "from", "until", "template", "state");
  private static final Pattern NO_TEXT = Pattern.compile("[0-9a-f-]{1,36}|[A-Z]{1,12}");

  @Inject private transient SearchTerms searches;

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    StringJoiner address = new StringJoiner("&", LISTS.get(request.getServletPath()) + "?", "");
    address.setEmptyValue(LISTS.get(request.getServletPath()));
    String id = searches.keep(request.getParameter("text"));
    if (!id.isEmpty()) {
      address.add("q=" + id);
    }
    for (String limit : LIMITS) {
      String value = request.getParameter(limit);
      if (value != null && NO_TEXT.matcher(value).matches()) {
        address.add(limit + "=" + value);
      }
    }
    response.setStatus(HttpServletResponse.SC_SEE_OTHER);
    response.setHeader("Location", address.toString());
  }
}
