package health.trellis.emergency.web;

import health.trellis.emergency.EmergencyPage;
import health.trellis.emergency.EmergencyService;
import health.trellis.kernel.EmergencyAccessId;
import health.trellis.web.PageBean;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** What is read of a record in an emergency, and the end of that. */
@Named("emergencyBean")
@ViewScoped
public class EmergencyBean implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private transient EmergencyService emergencies;
  @Inject private transient PageBean page;

  private @Nullable String access;
  private transient @Nullable EmergencyPage view;

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
