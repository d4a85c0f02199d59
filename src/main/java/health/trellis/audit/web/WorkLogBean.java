package health.trellis.audit.web;

import health.trellis.audit.EventNumber;
import health.trellis.audit.Whose;
import health.trellis.audit.WorkLogFilter;
import health.trellis.audit.WorkLogPage;
import health.trellis.audit.WorkLogService;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of what a therapist did, and of who did what about the own clients. */
@Named("workLogBean")
@RequestScoped
public class WorkLogBean {
  @Inject private WorkLogService logs;

  private final ReviewLimits limits = new ReviewLimits();
  private Whose whose = Whose.ALL;
  private @Nullable String after;
  private @Nullable WorkLogPage view;

  /** Loads the page that the address names. */
  public void load() {
    view =
        logs.read(
            new WorkLogFilter(
                limits.filter().from(), limits.filter().until(), limits.filter().client(), whose),
            after == null ? null : EventNumber.of(after));
  }

  /** What the page shows; null before it was loaded. */
  public @Nullable WorkLogPage getView() {
    return view;
  }

  /** To which days and whom the address limits it. */
  public ReviewLimits getLimits() {
    return limits;
  }

  /** Whose acts one can choose. */
  public List<Whose> getChoices() {
    return List.of(Whose.values());
  }

  /** All limits as they stand in an address, each after an ampersand. */
  public String getKept() {
    return limits.getKept() + getKeptWhose();
  }

  /** Whose acts are shown, as it stands in an address. */
  public String getKeptWhose() {
    return whose == Whose.ALL ? "" : "&whose=" + whose;
  }

  public String getWhose() {
    return whose.name();
  }

  /** A choice that is none shows all. */
  public void setWhose(@Nullable String chosen) {
    whose =
        Arrays.stream(Whose.values())
            .filter(each -> each.name().equals(chosen))
            .findFirst()
            .orElse(Whose.ALL);
  }

  public @Nullable String getAfter() {
    return after;
  }

  public void setAfter(@Nullable String after) {
    this.after = after;
  }
}
