package health.trellis.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Takes what was typed into a search box and leads to the list, which then shows what matches. */
@WebServlet({SearchServlet.CASELOAD, SearchServlet.CLIENTS})
public class SearchServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  static final String CASELOAD = "/therapist/search";
  static final String CLIENTS = "/admin/search";

  @Inject private transient SearchTerms searches;

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    request.setCharacterEncoding("UTF-8");
    String list =
        CASELOAD.equals(request.getServletPath())
            ? "/therapist/caseload.xhtml"
            : "/admin/clients/list.xhtml";
    String id = searches.keep(request.getParameter("text"));
    response.setStatus(HttpServletResponse.SC_SEE_OTHER);
    response.setHeader("Location", id.isEmpty() ? list : list + "?q=" + id);
  }
}
