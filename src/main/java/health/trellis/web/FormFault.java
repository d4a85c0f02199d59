package health.trellis.web;

import health.trellis.kernel.ConflictException;
import health.trellis.kernel.InvalidException;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.UIInput;
import jakarta.faces.component.UIViewRoot;
import jakarta.faces.component.visit.VisitContext;
import jakarta.faces.component.visit.VisitResult;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.PhaseId;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * A failure that the person at the form can mend: each message stands beside the field it names, or
 * above the form, and what was typed stays.
 */
final class FormFault {
  private static final String ABOVE = "";
  private final Map<String, String> problems;

  private FormFault(Map<String, String> problems) {
    this.problems = problems;
  }

  /**
   * The one in this failure; null where there is none, or where no form was sent, or its page is
   * being written.
   */
  static @Nullable FormFault find(FacesContext faces, Throwable fault) {
    if (!faces.isPostback() || PhaseId.RENDER_RESPONSE.equals(faces.getCurrentPhaseId())) {
      return null;
    }
    if (FaultHandler.find(fault, InvalidException.class) instanceof InvalidException invalid) {
      return new FormFault(invalid.problems());
    }
    return FaultHandler.find(fault, ConflictException.class) instanceof ConflictException conflict
        ? new FormFault(Map.of(ABOVE, conflict.code()))
        : null;
  }

  /** Puts the messages on the page, which is then shown again as it was sent. */
  void show(FacesContext faces) {
    UIViewRoot page = faces.getViewRoot();
    ResourceBundle words = Words.in(page.getLocale());
    problems.forEach(
        (field, code) -> {
          String says = words.getString(code);
          FacesMessage message = new FacesMessage(FacesMessage.SEVERITY_ERROR, says, says);
          faces.addMessage(at(faces, page, field), message);
        });
    faces.validationFailed();
    faces.renderResponse();
  }

  private static @Nullable String at(FacesContext faces, UIViewRoot page, String field) {
    AtomicReference<@Nullable String> found = new AtomicReference<>();
    page.visitTree(
        VisitContext.createVisitContext(faces),
        (context, component) -> {
          if (!field.equals(component.getId())) {
            return VisitResult.ACCEPT;
          }
          found.set(component.getClientId(faces));
          if (component instanceof UIInput input) {
            refuse(faces, input);
          }
          return VisitResult.COMPLETE;
        });
    return found.get();
  }

  /** Marks the field, which then shows what was typed and not what had become of it. */
  private static void refuse(FacesContext faces, UIInput input) {
    String typed =
        faces.getExternalContext().getRequestParameterMap().get(input.getClientId(faces));
    input.setSubmittedValue(typed);
    input.setValid(false);
  }
}
