package health.trellis.web;

import health.trellis.kernel.Setting;
import health.trellis.kernel.Settings;
import health.trellis.security.Caller;
import health.trellis.security.CurrentCaller;
import health.trellis.security.Roles;
import health.trellis.security.Standing;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import org.primefaces.context.PrimeFacesContext;

/** What every page's frame shows: who acts in which role, in which language, and how long still. */
@Named("page")
@RequestScoped
public class PageBean {
  @Inject private CurrentCaller caller;
  @Inject private Roles roles;
  @Inject private HttpServletRequest request;
  @Inject private Limits limits;
  @Inject private Settings settings;

  /** The token that small requests carry. */
  public String getToken() {
    return SignedIn.of(request).map(SignedIn::token).orElse("");
  }

  /** Whose page this is; a page that outlived its session goes on for the same person only. */
  public String getWho() {
    return SignedIn.of(request).map(SignedIn::sub).orElse("");
  }

  /**
   * The nonce of this page's content policy. PrimeFaces wants it back from every form, and its own
   * scripts would add it; a form without them carries it by itself.
   */
  public String getNonce() {
    FacesContext faces = FacesContext.getCurrentInstance();
    return PrimeFacesContext.getCspState(faces).getNonce();
  }

  /** The name of who acts; empty where nobody signed in. */
  public String getName() {
    return standing().map(Standing::name).orElse("");
  }

  /** The clinic in which one acts; empty where nobody signed in. */
  public String getClinic() {
    return standing().map(Standing::clinic).orElse("");
  }

  /** How many openings in an emergency a therapist has not read of; shown until none is left. */
  public int getNotices() {
    return standing().map(Standing::notices).orElse(0);
  }

  /** The role in which one acts, by its enum's name; empty where nobody signed in. */
  public String getRole() {
    return caller.visit().map(visit -> visit.role().name()).orElse("");
  }

  /** The first folder of the addresses of that role; empty where nobody signed in. */
  public String getFolder() {
    return caller.visit().map(visit -> visit.role().folder()).orElse("");
  }

  /** The page's language: the person's own, else the browser's. */
  public Locale getLocale() {
    return standing()
        .map(person -> Languages.named(person.language()))
        .orElseGet(() -> Languages.of(request));
  }

  /** The clinic's time zone, in which scripts say times as the page does. */
  public String getZone() {
    return caller.known().map(Caller::zone).map(ZoneId::getId).orElse("UTC");
  }

  /** Seconds without a sign of life after which the session ends. */
  public long getIdleSeconds() {
    return limits.idle().toSeconds();
  }

  /** Whether these are invented people; said on every page. */
  public boolean isDemo() {
    return settings.flag(Setting.DEMO);
  }

  private Optional<Standing> standing() {
    return caller.visit().map(visit -> roles.standing(visit.sub()));
  }
}
