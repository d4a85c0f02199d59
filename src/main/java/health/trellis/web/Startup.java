package health.trellis.web;

import health.trellis.kernel.Setting;
import health.trellis.kernel.Settings;
import health.trellis.kernel.SettingsProducer;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.SessionCookieConfig;
import java.net.URI;

/**
 * What is settled before the first request: all settings are there, the session's cookie has its
 * strict form, and the content security policy knows where people sign in.
 */
public class Startup implements ServletContextListener {
  @Override
  public void contextInitialized(ServletContextEvent event) {
    begin(SettingsProducer.read(), event.getServletContext());
  }

  static void begin(Settings settings, ServletContext context) {
    settings.check(Setting.Part.APPLICATION);
    URI address = URI.create(settings.text(Setting.BASE_URL));
    boolean secure = "https".equals(address.getScheme());
    if (!secure && !settings.flag(Setting.DEMO) && !"localhost".equals(address.getHost())) {
      throw new IllegalStateException(
          Setting.BASE_URL.variable()
              + " must begin with https: outside a demonstration, but for localhost");
    }
    if (!settings.flag(Setting.SECOND_FACTOR) && !settings.flag(Setting.DEMO)) {
      throw new IllegalStateException(
          Setting.SECOND_FACTOR.variable() + " must be true outside a demonstration");
    }
    SessionCookieConfig cookie = context.getSessionCookieConfig();
    cookie.setName(secure ? "__Host-trellis" : "trellis");
    cookie.setPath("/");
    cookie.setHttpOnly(true);
    cookie.setSecure(secure);
    cookie.setAttribute("SameSite", "Lax"); // Payara reads it from payara-web.xml instead.
    String policy = policy(settings);
    context.setAttribute(HeadersFilter.CSP, policy);
    context.setInitParameter("primefaces.CSP_POLICY", policy);
  }

  private static String policy(Settings settings) {
    URI issuer = URI.create(settings.text(Setting.OIDC_ISSUER));
    return "default-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none';"
        + " form-action 'self' "
        + issuer.getScheme()
        + "://"
        + issuer.getAuthority()
        + "; img-src 'self' data:; style-src 'self' 'unsafe-inline'; script-src 'self'";
  }
}
