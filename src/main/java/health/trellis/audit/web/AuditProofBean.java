package health.trellis.audit.web;

import health.trellis.audit.AuditReviewService;
import health.trellis.audit.EventNumber;
import health.trellis.audit.ProvedAct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;

/** One act, and what proves that it is in the log. */
@Named("auditProofBean")
@RequestScoped
public class AuditProofBean {
  @Inject private AuditReviewService reviews;

  private @Nullable String number;
  private @Nullable ProvedAct view;

  /** Loads the act that the address names. */
  public void load() {
    view = reviews.prove(EventNumber.of(number));
  }

  /** What the page shows; null before it was loaded. */
  public @Nullable ProvedAct getView() {
    return view;
  }

  public @Nullable String getNumber() {
    return number;
  }

  public void setNumber(@Nullable String number) {
    this.number = number;
  }
}
