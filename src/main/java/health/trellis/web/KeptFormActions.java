package health.trellis.web;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.UIViewAction;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.ActionEvent;
import jakarta.faces.event.ActionListener;
import jakarta.faces.event.ActionListenerWrapper;

/**
 * Lets no button act on a page that was built anew while its form was read ({@link KeptForms}): its
 * rows may be others than those the person saw. The page says so and waits for another press.
 */
public class KeptFormActions extends ActionListenerWrapper {
  private final ActionListener wrapped;

  public KeptFormActions(ActionListener wrapped) {
    this.wrapped = wrapped;
  }

  @Override
  public ActionListener getWrapped() {
    return wrapped;
  }

  @Override
  public void processAction(ActionEvent event) {
    FacesContext faces = event.getFacesContext();
    if (event.getComponent() instanceof UIViewAction) {
      ViewActions.ran(faces);
    }
    if (!KeptForms.keptIn(faces)) {
      super.processAction(event);
    } else if (!(event.getComponent() instanceof UIViewAction)) {
      String words = Words.in(faces.getViewRoot().getLocale()).getString("form.kept");
      faces.addMessage(null, new FacesMessage(FacesMessage.SEVERITY_WARN, words, words));
      faces.renderResponse();
    }
  }
}
