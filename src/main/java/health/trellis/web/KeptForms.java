package health.trellis.web;

import health.trellis.kernel.NotFoundException;
import jakarta.faces.FacesException;
import jakarta.faces.application.ViewHandler;
import jakarta.faces.application.ViewHandlerWrapper;
import jakarta.faces.component.UIViewParameter;
import jakarta.faces.component.UIViewRoot;
import jakarta.faces.context.FacesContext;
import jakarta.faces.render.ResponseStateManager;
import jakarta.faces.view.ViewMetadata;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Takes in a form whose page died with its session: the page is built anew, what was typed is put
 * into it, and it is shown again without anything being done, for the person to look over and send
 * once more ({@link KeptFormActions}). A page that is shown again is loaded in any case.
 */
public class KeptForms extends ViewHandlerWrapper {
  private static final String KEPT = KeptForms.class.getName();

  public KeptForms(ViewHandler wrapped) {
    super(wrapped);
  }

  @Override
  public @Nullable UIViewRoot restoreView(FacesContext faces, String viewId) {
    if (saysStateless(faces)) {
      throw new NotFoundException("a page without a state");
    }
    UIViewRoot page = super.restoreView(faces, viewId);
    return page == null && faces.isPostback() ? anew(faces, viewId) : page;
  }

  /**
   * Shows no page whose actions were passed over: where what was typed does not fit, they would not
   * have run, and a page that was left already would be shown without its record.
   */
  @Override
  public void renderView(FacesContext faces, UIViewRoot page) throws IOException {
    if (faces.isPostback() && !ViewActions.ranIn(faces)) {
      ViewActions.runOnPostback(faces, page);
    }
    super.renderView(faces, page);
  }

  /** Whether the form says that its page has no state, as no page of ours does. */
  private static boolean saysStateless(FacesContext faces) {
    return "stateless"
        .equals(
            faces
                .getExternalContext()
                .getRequestParameterMap()
                .get(ResponseStateManager.VIEW_STATE_PARAM));
  }

  /** Whether the form that is being read belongs to a page that was no longer there. */
  static boolean keptIn(FacesContext faces) {
    return faces.getAttributes().containsKey(KEPT);
  }

  /** The page as its first request would find it, loaded before the form is read. */
  private UIViewRoot anew(FacesContext faces, String viewId) {
    faces.getAttributes().put(KEPT, true);
    UIViewRoot page = createView(faces, viewId);
    faces.setViewRoot(page);
    try {
      getViewDeclarationLanguage(faces, viewId).buildView(faces, page);
    } catch (IOException unreadable) {
      throw new FacesException(unreadable);
    }
    for (UIViewParameter parameter : ViewMetadata.getViewParameters(page)) {
      parameter.processDecodes(faces);
      parameter.processValidators(faces);
    }
    ViewActions.runAll(faces, page);
    return page;
  }
}
