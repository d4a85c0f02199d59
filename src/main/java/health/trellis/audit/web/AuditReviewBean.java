package health.trellis.audit.web;

import health.trellis.audit.ActKind;
import health.trellis.audit.AuditReviewService;
import health.trellis.audit.EventNumber;
import health.trellis.audit.Outcome;
import health.trellis.audit.ReviewPage;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of what was done in the clinic. */
@Named("auditReviewBean")
@RequestScoped
public class AuditReviewBean {
  @Inject private AuditReviewService reviews;

  private final ReviewLimits limits = new ReviewLimits();
  private @Nullable String after;
  private @Nullable ReviewPage view;

  /** Loads the page that the address names. */
  public void load() {
    view = reviews.read(limits.filter(), after == null ? null : EventNumber.of(after));
  }

  /** What the page shows; null before it was loaded. */
  public @Nullable ReviewPage getView() {
    return view;
  }

  /** To what the address limits it. */
  public ReviewLimits getLimits() {
    return limits;
  }

  /** The sorts of act to choose from. */
  public List<ActKind> getKinds() {
    return List.of(ActKind.values());
  }

  /** The outcomes to choose from. */
  public List<Outcome> getOutcomes() {
    return List.of(Outcome.values());
  }

  public @Nullable String getAfter() {
    return after;
  }

  public void setAfter(@Nullable String after) {
    this.after = after;
  }
}
