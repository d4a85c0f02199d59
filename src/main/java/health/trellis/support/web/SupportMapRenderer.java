package health.trellis.support.web;

import jakarta.faces.component.UIComponent;
import jakarta.faces.context.FacesContext;
import jakarta.faces.render.FacesRenderer;
import jakarta.faces.render.Renderer;
import java.io.IOException;

/** Writes a support map as SVG, which {@code support.js} lets one move marks on. */
@FacesRenderer(
    componentFamily = SupportMapComponent.FAMILY,
    rendererType = SupportMapComponent.TYPE)
public class SupportMapRenderer extends Renderer<UIComponent> {
  @Override
  public void encodeEnd(FacesContext faces, UIComponent component) throws IOException {
    SupportMapComponent map = (SupportMapComponent) component;
    for (MapFrame frame : new MapFrame[] {MapFrame.WIDE, MapFrame.NARROW}) {
      new MapPicture(faces.getResponseWriter(), map, frame).draw();
    }
  }
}
