package health.trellis.goals.web;

import health.trellis.goals.RatingService;
import health.trellis.goals.WithdrawalForm;
import health.trellis.kernel.ClientId;
import health.trellis.kernel.GoalRatingId;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Withdrawing a rating of a goal. */
@Named("withdrawRatingBean")
@ViewScoped
public class WithdrawRatingBean implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private transient RatingService ratings;

  private @Nullable String client;
  private @Nullable String rating;
  private String reason = "";
  private transient @Nullable WithdrawalForm form;

  /** Loads what would be withdrawn. */
  public void load() {
    form = ratings.chooseToWithdraw(ClientId.of(client), GoalRatingId.of(rating));
  }

  /** Withdraws it, and leads back to the goal. */
  public String withdraw() {
    ratings.withdraw(ClientId.of(client), GoalRatingId.of(rating), reason);
    WithdrawalForm shown = Objects.requireNonNull(form, "loaded before");
    return "/therapist/goals/goal.xhtml?faces-redirect=true&client="
        + client
        + "&goal="
        + shown.goal().id();
  }

  /** What the page shows; null before it was loaded. */
  public @Nullable WithdrawalForm getForm() {
    return form;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(@Nullable String reason) {
    this.reason = reason == null ? "" : reason;
  }

  public @Nullable String getClient() {
    return client;
  }

  public void setClient(@Nullable String client) {
    this.client = client;
  }

  public @Nullable String getRating() {
    return rating;
  }

  public void setRating(@Nullable String rating) {
    this.rating = rating;
  }
}
