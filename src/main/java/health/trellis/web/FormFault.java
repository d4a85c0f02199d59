package health.trellis.web;

import health.trellis.kernel.ConflictException;
import health.trellis.kernel.InvalidException;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.UIComponent;
import jakarta.faces.component.UIViewRoot;
import jakarta.faces.component.visit.VisitContext;
import jakarta.faces.component.visit.VisitResult;
import jakarta.faces.context.FacesContext;
import java.util.ResourceBundle;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * A failure that the person at the form can mend: its message stands beside the field it names, or
 * above the form, and what was typed stays.
 */
final class FormFault {
  private final @Nullable String field;
  private final String code;

  private FormFault(@Nullable String field, String code) {
    this.field = field;
    this.code = code;
  }

  /** The one in this failure; null where there is none, or where no form was sent. */
  static @Nullable FormFault find(FacesContext faces, Throwable fault) {
    if (!faces.isPostback()) {
      return null;
    }
    if (FaultHandler.find(fault, InvalidException.class) instanceof InvalidException invalid) {
      return new FormFault(invalid.field(), invalid.code());
    }
    return FaultHandler.find(fault, ConflictException.class) instanceof ConflictException conflict
        ? new FormFault(null, conflict.code())
        : null;
  }

  /** Puts the message on the page, which is then shown again as it was sent. */
  void show(FacesContext faces) {
    UIViewRoot page = faces.getViewRoot();
    String words =
        ResourceBundle.getBundle("health.trellis.messages", page.getLocale()).getString(code);
    faces.addMessage(at(faces, page), new FacesMessage(FacesMessage.SEVERITY_ERROR, words, words));
    faces.validationFailed();
    faces.renderResponse();
  }

  private @Nullable String at(FacesContext faces, UIViewRoot page) {
    AtomicReference<@Nullable String> found = new AtomicReference<>();
    page.visitTree(
        VisitContext.createVisitContext(faces),
        (context, component) -> {
          if (!names(component)) {
            return VisitResult.ACCEPT;
          }
          found.set(component.getClientId(faces));
          return VisitResult.COMPLETE;
        });
    return found.get();
  }

  private boolean names(UIComponent component) {
    return component.getId() != null && component.getId().equals(field);
  }
}
