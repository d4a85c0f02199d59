package health.trellis.web;

import jakarta.faces.component.FacesComponent;
import jakarta.faces.component.UIComponentBase;
import jakarta.faces.context.FacesContext;
import jakarta.faces.context.ResponseWriter;
import java.io.IOException;
import java.math.BigDecimal;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;

/**
 * A course in miniature: means, oldest first, as a drawing from {@code least} (0) to {@code most}
 * (4), and where it began for a screen reader, in {@code from} where that is given; where it is now
 * stands beside it. It stands in every row of a caseload, so it is one component that writes
 * itself, not a tree of them.
 */
@FacesComponent(SparklineComponent.TYPE)
public class SparklineComponent extends UIComponentBase {
  static final String TYPE = "health.trellis.Sparkline";
  private static final String FROM = "caseload.from";
  private static final int HIGHEST_ANSWER = 4;

  /** A new one; it has no renderer. */
  public SparklineComponent() {
    setRendererType(null);
  }

  @Override
  public String getFamily() {
    return TYPE;
  }

  @Override
  @SuppressWarnings("unchecked")
  public void encodeBegin(FacesContext faces) throws IOException {
    List<BigDecimal> means =
        (List<BigDecimal>) getStateHelper().eval("means", List.<BigDecimal>of());
    if (isRendered() && !means.isEmpty()) {
      int least = (Integer) getStateHelper().eval("least", 0);
      int most = (Integer) getStateHelper().eval("most", HIGHEST_ANSWER);
      draw(faces.getResponseWriter(), Sparkline.of(means, least, most));
      Locale locale = faces.getViewRoot().getLocale();
      Object from = getStateHelper().eval("from", new Numerals(locale).mean(means.get(0)));
      say(faces.getResponseWriter(), MessageFormat.format(Words.in(locale).getString(FROM), from));
    }
  }

  private void draw(ResponseWriter writer, Sparkline line) throws IOException {
    writer.startElement("svg", this);
    writer.writeAttribute("class", "spark", null);
    writer.writeAttribute("viewBox", "0 0 160 40", null);
    writer.writeAttribute("aria-hidden", "true", null);
    shape(writer, "path", "d", "M0 20h160");
    shape(writer, "polyline", "points", line.points());
    writer.startElement("circle", null);
    writer.writeAttribute("cx", line.x(), null);
    writer.writeAttribute("cy", line.y(), null);
    writer.writeAttribute("r", 5, null);
    writer.endElement("circle");
    writer.endElement("svg");
  }

  private static void shape(ResponseWriter writer, String name, String attribute, String value)
      throws IOException {
    writer.startElement(name, null);
    writer.writeAttribute(attribute, value, null);
    writer.endElement(name);
  }

  private static void say(ResponseWriter writer, String figures) throws IOException {
    writer.startElement("span", null);
    writer.writeAttribute("class", "unseen", null);
    writer.writeText(figures, null);
    writer.endElement("span");
  }
}
