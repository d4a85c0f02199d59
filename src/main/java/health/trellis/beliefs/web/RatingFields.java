package health.trellis.beliefs.web;

import health.trellis.beliefs.ConvictionDraft;
import java.io.Serializable;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What is typed of how true a belief and its alternative feel. */
public class RatingFields implements Serializable {
  private static final long serialVersionUID = 1L;

  private @Nullable Integer conviction;
  private @Nullable Integer alternative;

  /** The rating that it makes; the form requires the first number. */
  public ConvictionDraft draft(@Nullable String remark) {
    return new ConvictionDraft(
        Objects.requireNonNull(conviction, "the form requires it"), alternative, remark);
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
}
