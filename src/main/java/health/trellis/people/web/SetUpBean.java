package health.trellis.people.web;

import health.trellis.kernel.ConflictException;
import health.trellis.people.SetUp;
import health.trellis.people.SetUpDraft;
import health.trellis.people.StaffRow;
import health.trellis.security.FirstStart;
import health.trellis.web.PageBean;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The first page of a new installation: its clinic, and who administers it. */
@Named("setUpBean")
@ViewScoped
public class SetUpBean implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private transient SetUp setUp;
  @Inject private transient FirstStart start;
  @Inject private transient HttpServletRequest request;
  @Inject private transient PageBean page;

  private String token = "";
  private String clinic = "";
  private @Nullable String zone;
  private @Nullable String language;
  private String name = "";
  private String email = "";
  private boolean made;
  private transient @Nullable StaffRow first;

  /** Loads how far the first administrator is, once there is one. */
  public void load() {
    if (made && start.isAwaited()) {
      first = setUp.first(token, request.getRemoteAddr());
    }
  }

  /** Makes the clinic and sends the mail, or puts right what was typed before. */
  public void make() {
    setUp.check(token);
    setUp.make(
        token,
        new SetUpDraft(clinic, getZone(), name, email, getLanguage()),
        request.getRemoteAddr());
    made = true;
    setUp.send(token, request.getRemoteAddr());
    load();
  }

  /** Goes on with the mail, or sends it again. */
  public void send() {
    if (!setUp.send(token, request.getRemoteAddr())) {
      throw new ConflictException("invitation.justSent");
    }
    load();
  }

  /** Whether a clinic can be set up now. */
  public boolean isOpen() {
    return start.isAwaited();
  }

  /** The first administrator; null until there is one. */
  public @Nullable StaffRow getFirst() {
    return first;
  }

  /** All time zones that have a place's name. */
  public List<String> getZones() {
    return ZoneId.getAvailableZoneIds().stream()
        .filter(each -> each.contains("/") && !each.matches("(Etc|SystemV)/.*"))
        .sorted()
        .toList();
  }

  public String getToken() {
    return token;
  }

  public void setToken(@Nullable String token) {
    this.token = token == null ? "" : token;
  }

  public String getClinic() {
    return clinic;
  }

  public void setClinic(@Nullable String clinic) {
    this.clinic = clinic == null ? "" : clinic;
  }

  /** The time zone; until one was chosen, one where the browser's language is spoken. */
  public String getZone() {
    String chosen = zone;
    return chosen != null ? chosen : isGerman() ? "Europe/Berlin" : "Europe/London";
  }

  public void setZone(@Nullable String zone) {
    this.zone = zone;
  }

  /** The language; until one was chosen, the browser's. */
  public String getLanguage() {
    String chosen = language;
    return chosen != null ? chosen : isGerman() ? "de" : "en";
  }

  public void setLanguage(@Nullable String language) {
    this.language = language;
  }

  private boolean isGerman() {
    return page.getLocale().getLanguage().equals("de");
  }

  public String getName() {
    return name;
  }

  public void setName(@Nullable String name) {
    this.name = name == null ? "" : name;
  }

  public String getEmail() {
    return email;
  }

  public void setEmail(@Nullable String email) {
    this.email = email == null ? "" : email;
  }
}
