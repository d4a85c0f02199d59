package health.trellis.goals.web;

import health.trellis.goals.OwnWithdrawalForm;
import health.trellis.goals.SharedGoalService;
import health.trellis.kernel.GoalRatingId;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A client's taking back of an own rating of a goal. */
@Named("withdrawOwnRatingBean")
@ViewScoped
public class WithdrawOwnRatingBean implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private transient SharedGoalService goals;

  private @Nullable String rating;
  private String reason = "";
  private transient @Nullable OwnWithdrawalForm form;

  /** Loads what would be withdrawn. */
  public void load() {
    form = goals.chooseToWithdraw(GoalRatingId.of(rating));
  }

  /** Withdraws it, and leads back to the goal. */
  public String withdraw() {
    goals.withdraw(GoalRatingId.of(rating), reason);
    OwnWithdrawalForm shown = Objects.requireNonNull(form, "loaded before");
    return "/portal/goals/goal.xhtml?faces-redirect=true&done=withdrawn&goal=" + shown.goal().id();
  }

  /** What the page shows; null before it was loaded. */
  public @Nullable OwnWithdrawalForm getForm() {
    return form;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(@Nullable String reason) {
    this.reason = reason == null ? "" : reason;
  }

  public @Nullable String getRating() {
    return rating;
  }

  public void setRating(@Nullable String rating) {
    this.rating = rating;
  }
}
