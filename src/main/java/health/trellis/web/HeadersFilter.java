package health.trellis.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;

/**
 * The headers of every response. One content security policy each: the one without a nonce that is
 * set here, or the one with it by which Faces replaces it.
 */
public class HeadersFilter extends HttpFilter {
  private static final long serialVersionUID = 1L;
  static final String CSP = "Content-Security-Policy";

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    HttpServletResponse once = new OnePolicy(response);
    once.setHeader(CSP, (String) getServletContext().getAttribute(CSP));
    once.setHeader("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
    once.setHeader("X-Content-Type-Options", "nosniff");
    once.setHeader("Referrer-Policy", "same-origin");
    once.setHeader("Cross-Origin-Opener-Policy", "same-origin");
    once.setHeader("Cross-Origin-Resource-Policy", "same-origin");
    once.setHeader(
        "Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()");
    if (!request.getServletPath().startsWith("/jakarta.faces.resource/")) {
      once.setHeader("Cache-Control", "no-store");
      chain.doFilter(request, once);
    } else {
      boolean named = request.getParameter(VersionedResources.PARAMETER) != null;
      chain.doFilter(request, new StaticFile(once, named));
    }
  }

  /**
   * A file that a browser may keep for good where its address changes with its content. That there
   * is no such file, it may not keep.
   */
  private static final class StaticFile extends HttpServletResponseWrapper {
    StaticFile(HttpServletResponse response, boolean forGood) {
      super(response);
      response.setHeader(
          "Cache-Control", forGood ? "public, max-age=31536000, immutable" : "no-store");
    }

    @Override
    public void setStatus(int status) {
      if (status >= SC_BAD_REQUEST) {
        super.setHeader("Cache-Control", "no-store");
      }
      super.setStatus(status);
    }

    @Override
    public void setHeader(String name, String value) {
      if (!name.matches("(?i)Cache-Control|Expires")) {
        super.setHeader(name, value);
      }
    }

    @Override
    public void setDateHeader(String name, long date) {
      if (!name.equalsIgnoreCase("Expires")) {
        super.setDateHeader(name, date);
      }
    }
  }

  /** A response that holds one policy, however many are added, and leads to no other host. */
  private static final class OnePolicy extends HttpServletResponseWrapper {
    OnePolicy(HttpServletResponse response) {
      super(response);
    }

    @Override
    public void addHeader(String name, String value) {
      if (name.equalsIgnoreCase(CSP)) {
        setHeader(name, value);
      } else {
        super.addHeader(name, value);
      }
    }

    /** As it is written: the host that a request says it asked for is anybody's word. */
    @Override
    public void sendRedirect(String location) throws IOException {
      if (location.matches("(/|https?://).*")) {
        resetBuffer();
        setStatus(SC_FOUND);
        setHeader("Location", location);
        flushBuffer();
      } else {
        super.sendRedirect(location);
      }
    }
  }
}
