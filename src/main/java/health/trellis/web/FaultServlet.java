package health.trellis.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The page for a fault: plain HTML with an incident id, made without Faces, without the database
 * and without Keycloak, since any of them may be what failed. The log has the cause under the same
 * id.
 */
@WebServlet("/fault")
public class FaultServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final Logger LOG = Logger.getLogger(FaultServlet.class.getName());
  private static final SecureRandom RANDOM = new SecureRandom();

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) == null) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    String incident = incident();
    Throwable cause = (Throwable) request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
    LOG.log(
        Level.SEVERE,
        cause,
        () ->
            "incident "
                + incident
                + " status "
                + request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE));
    Locale locale = Languages.of(request);
    ResourceBundle words = ResourceBundle.getBundle("health.trellis.messages", locale);
    response.setContentType("text/html;charset=UTF-8");
    response
        .getWriter()
        .write(
            """
            <!DOCTYPE html>
            <html lang="%s"><head><meta charset="utf-8"/>
            <meta name="viewport" content="width=device-width, initial-scale=1"/>
            <title>%s</title>
            <link rel="stylesheet" href="/jakarta.faces.resource/trellis.css.xhtml?ln=css"/></head>
            <body class="plain"><main class="plain-card"><h1>%s</h1><p>%s</p>
            <p>%s <strong>%s</strong></p><p><a class="button" href="/">%s</a></p></main></body></html>
            """
                .formatted(
                    locale.toLanguageTag(),
                    words.getString("fault.title"),
                    words.getString("fault.title"),
                    words.getString("fault.text"),
                    words.getString("fault.incident"),
                    incident,
                    words.getString("fault.home")));
  }

  private static String incident() {
    byte[] bytes = new byte[5];
    RANDOM.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
