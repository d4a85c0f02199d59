package health.trellis.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The page for a fault as it stands in {@code WEB-INF/errors/fault.html}, read once at the start:
 * plain HTML in the look of the others, for which neither Faces nor the database is asked.
 */
final class FaultPage {
  private static final Set<String> THEMES = Set.of("light", "dark");

  private final String dressed;

  FaultPage(ServletContext context) throws IOException {
    String vine = read(context, "/WEB-INF/tags/vine.xhtml");
    dressed =
        read(context, "/WEB-INF/errors/fault.html")
            .replace("{vine}", vine.substring(vine.indexOf("<svg"), vine.indexOf("</svg>") + 6))
            .replace("{icon}", address(context, "leaf.svg"))
            .replace("{style}", address(context, "trellis.css"));
  }

  /** The page in the reader's language and theme, with the id of this fault. */
  String about(String incident, HttpServletRequest request) {
    Locale locale = Languages.of(request);
    ResourceBundle words = Words.in(locale);
    boolean signIn = signInIsDown(request);
    return dressed
        .replace("{language}", locale.getLanguage())
        .replace("{theme}", theme(request))
        .replace("{title}", words.getString(signIn ? "fault.signIn.title" : "fault.title"))
        .replace("{text}", words.getString(signIn ? "fault.signIn.text" : "fault.text"))
        .replace("{label}", words.getString("fault.incident"))
        .replace("{home}", words.getString("fault.home"))
        .replace("{incident}", incident);
  }

  /** Whether all that is wrong is that the identity provider does not answer. */
  private static boolean signInIsDown(HttpServletRequest request) {
    return Integer.valueOf(HttpServletResponse.SC_SERVICE_UNAVAILABLE)
            .equals(request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE))
        && "/sign-in".equals(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI));
  }

  private static String theme(HttpServletRequest request) {
    Cookie[] cookies = request.getCookies();
    return Stream.of(cookies == null ? new Cookie[0] : cookies)
        .filter(cookie -> cookie.getName().equals("trellis-theme"))
        .map(Cookie::getValue)
        .filter(THEMES::contains)
        .findFirst()
        .orElse("auto");
  }

  /** The address that Faces gives the same file, so that a browser has it already. */
  private static String address(ServletContext context, String name) throws IOException {
    try (InputStream content = open(context, "/resources/css/" + name)) {
      return "/jakarta.faces.resource/"
          + name
          + ".xhtml?ln=css&amp;"
          + VersionedResources.PARAMETER
          + "="
          + VersionedResources.hash(content);
    }
  }

  private static String read(ServletContext context, String path) throws IOException {
    try (InputStream content = open(context, path)) {
      return new String(content.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static InputStream open(ServletContext context, String path) throws IOException {
    InputStream content = context.getResourceAsStream(path);
    if (content == null) {
      throw new IOException(path + " is not in the WAR");
    }
    return content;
  }
}
