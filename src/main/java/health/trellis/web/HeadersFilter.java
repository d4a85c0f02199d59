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
    } else if (request.getParameter(VersionedResources.PARAMETER) != null) {
      chain.doFilter(request, new KeptForGood(once));
    } else {
      chain.doFilter(request, once);
    }
  }

  /** A response that a browser may keep: its address changes with its content. */
  private static final class KeptForGood extends HttpServletResponseWrapper {
    KeptForGood(HttpServletResponse response) {
      super(response);
      response.setHeader("Cache-Control", "public, max-age=31536000, immutable");
    }

    @Override
    public void setHeader(String name, String value) {
      if (!name.equalsIgnoreCase("Cache-Control") && !name.equalsIgnoreCase("Expires")) {
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

  /** A response that holds one policy, however many are added. */
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
  }
}
