package health.trellis.beliefs.web;

import health.trellis.beliefs.ConvictionDraft;
import health.trellis.beliefs.ConvictionView;
import health.trellis.beliefs.SharedBeliefPage;
import health.trellis.beliefs.SharedBeliefService;
import health.trellis.kernel.BeliefId;
import health.trellis.kernel.RequestKey;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One belief as its client reads and rates it. Each number can be set by a slider or typed; what is
 * typed counts, so that the page needs no script to keep the two alike.
 */
@Named("rateBeliefBean")
@ViewScoped
public class RateBeliefBean implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int MIDDLE = 50;

  @Inject private transient SharedBeliefService beliefs;

  private final RequestKey key = RequestKey.next();
  private @Nullable String belief;
  private @Nullable String done;
  private @Nullable Integer slide;
  private @Nullable Integer alternativeSlide;
  private @Nullable Integer conviction;
  private @Nullable Integer alternative;
  private @Nullable String remark;
  private transient @Nullable SharedBeliefPage view;

  /** Loads all that the page shows; the sliders stand where they were left last time. */
  public void load() {
    view = beliefs.open(BeliefId.of(belief));
    ConvictionView last = view.belief().last();
    if (slide == null) {
      slide = last == null ? MIDDLE : last.conviction();
      Integer before = last == null ? null : last.alternative();
      alternativeSlide = before == null ? MIDDLE : before;
    }
  }

  /** Keeps the rating, once. */
  public String rate() {
    SharedBeliefPage shown = Objects.requireNonNull(view, "loaded before");
    Integer now = conviction == null ? slide : conviction;
    Integer other = alternative == null ? alternativeSlide : alternative;
    ConvictionDraft draft =
        new ConvictionDraft(
            Objects.requireNonNull(now, "a slider stands somewhere"),
            shown.belief().alternative() == null ? null : other,
            remark);
    beliefs.rate(BeliefId.of(belief), draft, key);
    return "/portal/beliefs/rate.xhtml?faces-redirect=true&done=yes&belief=" + belief;
  }

  /** What the page shows; null before it was loaded. */
  public @Nullable SharedBeliefPage getView() {
    return view;
  }

  /** Whether a rating was just kept, from where the page says so. */
  public boolean isKept() {
    return "yes".equals(done);
  }

  public @Nullable String getDone() {
    return done;
  }

  public void setDone(@Nullable String done) {
    this.done = done;
  }

  public @Nullable Integer getSlide() {
    return slide;
  }

  public void setSlide(@Nullable Integer slide) {
    this.slide = slide;
  }

  public @Nullable Integer getAlternativeSlide() {
    return alternativeSlide;
  }

  public void setAlternativeSlide(@Nullable Integer alternativeSlide) {
    this.alternativeSlide = alternativeSlide;
  }

  public @Nullable Integer getConviction() {
    return conviction;
  }

  public void setConviction(@Nullable Integer conviction) {
    this.conviction = conviction;
  }

  public @Nullable Integer getAlternative() {
    return alternative;
  }

  public void setAlternative(@Nullable Integer alternative) {
    this.alternative = alternative;
  }

  public @Nullable String getRemark() {
    return remark;
  }

  public void setRemark(@Nullable String remark) {
    this.remark = remark;
  }

  public @Nullable String getBelief() {
    return belief;
  }

  public void setBelief(@Nullable String belief) {
    this.belief = belief;
  }
}
