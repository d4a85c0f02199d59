package health.trellis.web;

import jakarta.faces.application.ViewHandler;
import jakarta.faces.application.ViewHandlerWrapper;
import jakarta.faces.component.UIViewParameter;
import jakarta.faces.component.UIViewRoot;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.PhaseId;
import jakarta.faces.view.ViewMetadata;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Sends each form to the address of its page with the page's parameters, so that a form that comes
 * back, a reload and the way back from signing in all lead to the same record.
 */
public class FormAddresses extends ViewHandlerWrapper {
  public FormAddresses(ViewHandler wrapped) {
    super(wrapped);
  }

  @Override
  public String getActionURL(FacesContext faces, String viewId) {
    String address = super.getActionURL(faces, viewId);
    UIViewRoot page = faces.getViewRoot();
    boolean form =
        PhaseId.RENDER_RESPONSE.equals(faces.getCurrentPhaseId())
            && page != null
            && viewId.equals(page.getViewId());
    return form
        ? faces.getExternalContext().encodeBookmarkableURL(address, parameters(faces, page))
        : address;
  }

  private static Map<String, List<String>> parameters(FacesContext faces, UIViewRoot page) {
    Map<String, List<String>> given = new LinkedHashMap<>();
    for (UIViewParameter parameter : ViewMetadata.getViewParameters(page)) {
      String value = parameter.getStringValue(faces);
      if (value != null && !value.isEmpty()) {
        given.put(parameter.getName(), List.of(value));
      }
    }
    return given;
  }
}
