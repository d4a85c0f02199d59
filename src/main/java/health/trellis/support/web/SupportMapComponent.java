package health.trellis.support.web;

import health.trellis.support.MapDifference;
import health.trellis.support.SupporterView;
import jakarta.faces.component.FacesComponent;
import jakarta.faces.component.UIComponentBase;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A support map as a drawing, once for wide places and once for narrow ones: one component with one
 * renderer, where a tree of them would be many hundreds. It takes nothing from a request.
 */
@FacesComponent(SupportMapComponent.TYPE)
public class SupportMapComponent extends UIComponentBase {
  static final String TYPE = "health.trellis.SupportMap";
  static final String FAMILY = "health.trellis";

  /** A new one with its own renderer. */
  public SupportMapComponent() {
    setRendererType(TYPE);
  }

  @Override
  public String getFamily() {
    return FAMILY;
  }

  /** Who is drawn. */
  @SuppressWarnings("unchecked")
  List<SupporterView> getMap() {
    return (List<SupporterView>) getStateHelper().eval("map", List.<SupporterView>of());
  }

  /** What changed on it; null where one map is drawn for itself. */
  @Nullable MapDifference getDifference() {
    return (MapDifference) getStateHelper().eval("difference", null);
  }

  /** Where a supporter is opened, up to the id; null where it is not. */
  @Nullable String getOpens() {
    return (String) getStateHelper().eval("opens", null);
  }

  /** What stands on the client's disc. */
  String getMiddle() {
    return (String) getStateHelper().eval("middle", "");
  }

  /** How the page speaks of supporters. */
  SupportWordsBean getWords() {
    return (SupportWordsBean) getStateHelper().eval("words", null);
  }
}
