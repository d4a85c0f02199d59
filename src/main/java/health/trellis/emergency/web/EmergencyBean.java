package health.trellis.emergency.web;

import health.trellis.emergency.EmergencyPage;
import health.trellis.emergency.EmergencyService;
import health.trellis.kernel.EmergencyAccessId;
import health.trellis.web.PageBean;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;

/** What is read of a record in an emergency, and the end of that. */
@Named("emergencyBean")
@RequestScoped
public class EmergencyBean {
  @Inject private EmergencyService emergencies;
  @Inject private PageBean page;

  private @Nullable String access;
  private @Nullable EmergencyPage view;

  /** Loads all that the page shows. */
  public void load() {
    view = emergencies.read(EmergencyAccessId.of(access));
  }

  /** Ends the opening, and shows that it is over. */
  public String end() {
    emergencies.end(EmergencyAccessId.of(access));
    return "/"
        + page.getFolder()
        + "/emergency/record.xhtml?faces-redirect=true&includeViewParams=true";
  }

  /** What the page shows; null before it was loaded. */
  public @Nullable EmergencyPage getView() {
    return view;
  }

  public @Nullable String getAccess() {
    return access;
  }

  public void setAccess(@Nullable String access) {
    this.access = access;
  }
}
