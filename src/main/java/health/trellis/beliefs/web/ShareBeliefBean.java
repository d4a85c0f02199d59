package health.trellis.beliefs.web;

import health.trellis.beliefs.BeliefForm;
import health.trellis.beliefs.BeliefService;
import health.trellis.beliefs.BeliefView;
import health.trellis.kernel.BeliefId;
import health.trellis.kernel.ClientId;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Sharing a belief with its client, and taking it back. */
@Named("shareBeliefBean")
@ViewScoped
public class ShareBeliefBean implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private transient BeliefService beliefs;

  private @Nullable String client;
  private @Nullable String belief;
  private @Nullable Long seen;
  private boolean withRatings;
  private transient @Nullable BeliefForm form;

  /** Loads what would be shared; an act stays based on the version that was seen. */
  public void load() {
    form = beliefs.chooseToRevise(ClientId.of(client), BeliefId.of(belief));
    BeliefView shown = form.belief();
    if (shown != null && seen == null) {
      seen = shown.version();
      withRatings = shown.sharesRatings();
    }
  }

  /** Shares it as it was seen. */
  public String share() {
    long version = Objects.requireNonNull(seen, "the form carries it");
    beliefs.share(ClientId.of(client), BeliefId.of(belief), version, withRatings);
    return back();
  }

  /** Takes it back. */
  public String takeBack() {
    beliefs.takeBack(ClientId.of(client), BeliefId.of(belief));
    return back();
  }

  private String back() {
    return "/therapist/beliefs/belief.xhtml?faces-redirect=true&client="
        + client
        + "&belief="
        + belief;
  }

  /** What the page shows; null before it was loaded. */
  public @Nullable BeliefForm getForm() {
    return form;
  }

  public @Nullable Long getSeen() {
    return seen;
  }

  public void setSeen(@Nullable Long seen) {
    this.seen = seen;
  }

  public boolean isWithRatings() {
    return withRatings;
  }

  public void setWithRatings(boolean withRatings) {
    this.withRatings = withRatings;
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
