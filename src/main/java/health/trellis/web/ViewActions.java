package health.trellis.web;

import jakarta.faces.component.UIComponent;
import jakarta.faces.component.UIViewAction;
import jakarta.faces.component.UIViewRoot;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewMetadata;
import java.util.function.Predicate;

/** What a page does first, run where its life cycle passes it over. */
final class ViewActions {
  private static final String RAN = ViewActions.class.getName();

  private ViewActions() {}

  /** Gives the page's parameters to its beans and runs all its actions, as on its first request. */
  static void runAll(FacesContext faces, UIViewRoot page) {
    run(faces, page, action -> true);
  }

  /** The same for those actions that a page asks for whenever its form comes back. */
  static void runOnPostback(FacesContext faces, UIViewRoot page) {
    run(faces, page, UIViewAction::isOnPostback);
  }

  private static void run(FacesContext faces, UIViewRoot page, Predicate<UIViewAction> which) {
    ran(faces);
    ViewMetadata.getViewParameters(page).forEach(parameter -> parameter.updateModel(faces));
    UIComponent metadata = page.getFacet(UIViewRoot.METADATA_FACET_NAME);
    if (metadata == null) {
      return;
    }
    for (UIComponent each : metadata.getChildren()) {
      if (each instanceof UIViewAction action && which.test(action)) {
        action.getActionExpression().invoke(faces.getELContext(), null);
      }
    }
  }

  /** Says that an action of the page ran in this request. */
  static void ran(FacesContext faces) {
    faces.getAttributes().put(RAN, true);
  }

  static boolean ranIn(FacesContext faces) {
    return faces.getAttributes().containsKey(RAN);
  }
}
