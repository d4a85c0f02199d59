package health.trellis.web;

import health.trellis.kernel.Setting;
import health.trellis.kernel.Settings;
import health.trellis.security.Caller;
import health.trellis.security.CurrentCaller;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;

/** What every page's frame shows: who acts in which role, in which language, and how long still. */
@Named("page")
@RequestScoped
public class PageBean {
  @Inject private CurrentCaller caller;
  @Inject private HttpServletRequest request;
  @Inject private Limits limits;
  @Inject private Settings settings;

  /** The token that small requests carry. */
  public String getToken() {
    return SignedIn.of(request).map(SignedIn::token).orElse("");
  }

  /** The name of who acts; empty where nobody signed in. */
  public String getName() {
    return caller.known().map(Caller::name).orElse("");
  }

  /** The clinic in which one acts; empty where nobody signed in. */
  public String getClinic() {
    return caller.known().map(Caller::clinicName).orElse("");
  }

  /** The role in which one acts, by its enum's name; empty where nobody signed in. */
  public String getRole() {
    return caller.visit().map(visit -> visit.role().name()).orElse("");
  }

  /** The page's language: the person's own, else the browser's. */
  public Locale getLocale() {
    return caller
        .known()
        .map(known -> Languages.named(known.language()))
        .orElseGet(() -> Languages.of(request));
  }

  /** Seconds without a sign of life after which the session ends. */
  public long getIdleSeconds() {
    return limits.idle().toSeconds();
  }

  /** Whether these are invented people; said on every page. */
  public boolean isDemo() {
    return settings.flag(Setting.DEMO);
  }
}
