package health.trellis.inventory.web;

import health.trellis.inventory.AnsweringService;
import health.trellis.inventory.Questionnaire;
import health.trellis.kernel.AssignmentId;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;

/** The questions a client answers; and, once they were sent, the thanks. */
@Named("answerBean")
@RequestScoped
public class AnswerBean {
  @Inject private AnsweringService answering;

  private @Nullable String assignment;
  private @Nullable Questionnaire view;

  /** Loads the questions; those that were sent already lead to the thanks. */
  public @Nullable String load() {
    Questionnaire opened = answering.open(AssignmentId.of(assignment));
    view = opened;
    return opened.submitted()
        ? "/portal/inventory/thanks.xhtml?faces-redirect=true&includeViewParams=true"
        : null;
  }

  /** Loads what the thanks speak of; questions that were not sent lead back to them. */
  public @Nullable String loadThanks() {
    Questionnaire opened = answering.open(AssignmentId.of(assignment));
    view = opened;
    return opened.submitted()
        ? null
        : "/portal/inventory/answer.xhtml?faces-redirect=true&includeViewParams=true";
  }

  /** What the page shows; null before it was loaded. */
  public @Nullable Questionnaire getView() {
    return view;
  }

  public @Nullable String getAssignment() {
    return assignment;
  }

  public void setAssignment(@Nullable String assignment) {
    this.assignment = assignment;
  }
}
