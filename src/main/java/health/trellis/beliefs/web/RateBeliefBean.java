package health.trellis.beliefs.web;

import health.trellis.beliefs.ConvictionDraft;
import health.trellis.beliefs.ConvictionView;
import health.trellis.beliefs.SharedBeliefPage;
import health.trellis.beliefs.SharedBeliefService;
import health.trellis.kernel.BeliefId;
import health.trellis.kernel.InvalidException;
import health.trellis.web.FormKey;
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
      slide = standsAt(last == null ? null : last.conviction());
      alternativeSlide = standsAt(last == null ? null : last.alternative());
    }
  }

  /** Keeps the rating, once. */
  public String rate() {
    SharedBeliefPage shown = Objects.requireNonNull(view, "loaded before");
    ConvictionView last = shown.belief().last();
    Integer now = said(conviction, slide, standsAt(last == null ? null : last.conviction()));
    Integer other =
        said(alternative, alternativeSlide, standsAt(last == null ? null : last.alternative()));
    if (now == null) {
      throw new InvalidException("conviction", "mine.rating.nothing");
    }
    ConvictionDraft draft =
        new ConvictionDraft(now, shown.belief().alternative() == null ? null : other, remark);
    beliefs.rate(BeliefId.of(belief), draft, FormKey.now());
    return "/portal/beliefs/rate.xhtml?faces-redirect=true&done=yes&belief=" + belief;
  }

  /** What was typed, or where a slider was moved to; null where it stands as it stood. */
  private static @Nullable Integer said(
      @Nullable Integer typed, @Nullable Integer slide, int stood) {
    Integer moved = Objects.equals(slide, stood) ? null : slide;
    return typed == null ? moved : typed;
  }

  /** Where a slider stands before anybody moves it: where it was left last time. */
  private static int standsAt(@Nullable Integer last) {
    return last == null ? MIDDLE : last;
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
