package health.trellis.audit.web;

import health.trellis.audit.AccessReport;
import health.trellis.audit.AccessReportService;
import health.trellis.audit.EventNumber;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;

/** Who looked at a client's record, told to the client. */
@Named("accessReportBean")
@RequestScoped
public class AccessReportBean {
  private static final String SHOWN = "shown";

  @Inject private AccessReportService reports;

  private @Nullable String own;
  private @Nullable String after;
  private @Nullable AccessReport view;

  /** Loads the page that the address names. */
  public void load() {
    view = reports.read(SHOWN.equals(own), after == null ? null : EventNumber.of(after));
  }

  /** What the page shows; null before it was loaded. */
  public @Nullable AccessReport getView() {
    return view;
  }

  /** What the next page's address holds besides where it begins. */
  public String getKept() {
    return SHOWN.equals(own) ? "&own=" + SHOWN : "";
  }

  public @Nullable String getOwn() {
    return own;
  }

  public void setOwn(@Nullable String own) {
    this.own = own;
  }

  public @Nullable String getAfter() {
    return after;
  }

  public void setAfter(@Nullable String after) {
    this.after = after;
  }
}
