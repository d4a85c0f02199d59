package health.trellis.thread.web;

import health.trellis.beliefs.BeliefService;
import health.trellis.beliefs.web.ConvictionChart;
import health.trellis.beliefs.web.RatingFields;
import health.trellis.kernel.BeliefId;
import health.trellis.kernel.ClientId;
import health.trellis.thread.LedgerPage;
import health.trellis.thread.LedgerService;
import health.trellis.web.FormKey;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One belief: what is known of it, what was done about it, and a rating of today. */
@Named("beliefBean")
@ViewScoped
public class BeliefBean implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private transient LedgerService ledger;
  @Inject private transient BeliefService beliefs;

  private final RatingFields rating = new RatingFields();
  private @Nullable String client;
  private @Nullable String belief;
  private @Nullable String remark;
  private transient @Nullable LedgerPage view;

  /** Loads all that the page shows. */
  public void load() {
    view = ledger.open(ClientId.of(client), BeliefId.of(belief));
  }

  /** Keeps the rating of today, once. */
  public String rate() {
    beliefs.rate(ClientId.of(client), BeliefId.of(belief), rating.draft(remark), FormKey.now());
    return "/therapist/beliefs/belief.xhtml?faces-redirect=true&client="
        + client
        + "&belief="
        + belief;
  }

  /** What the page shows; null before it was loaded. */
  public @Nullable LedgerPage getView() {
    return view;
  }

  /** The ratings as they are drawn. */
  public ConvictionChart getChart() {
    LedgerPage shown = view;
    return ConvictionChart.of(shown == null ? List.of() : shown.page().ratings());
  }

  /** The rating of today. */
  public RatingFields getRating() {
    return rating;
  }

  public @Nullable String getRemark() {
    return remark;
  }

  public void setRemark(@Nullable String remark) {
    this.remark = remark;
  }

  public @Nullable String getClient() {
    return client;
  }

  public void setClient(@Nullable String client) {
    this.client = client;
  }

  public @Nullable String getBelief() {
    return belief;
  }

  public void setBelief(@Nullable String belief) {
    this.belief = belief;
  }
}
