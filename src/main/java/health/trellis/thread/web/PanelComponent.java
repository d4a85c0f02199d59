package health.trellis.thread.web;

import health.trellis.thread.Series;
import health.trellis.thread.SeriesPoint;
import jakarta.faces.component.FacesComponent;
import jakarta.faces.component.UIComponentBase;
import jakarta.faces.context.FacesContext;
import jakarta.faces.context.ResponseWriter;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One panel of a timeline: lines, and each of their points as a link, but for paper. A timeline can
 * have more than a thousand points, so it is one component that writes itself, not a tree of them.
 */
@FacesComponent(PanelComponent.TYPE)
public class PanelComponent extends UIComponentBase {
  static final String TYPE = "health.trellis.Panel";

  private static final String CLASS = "class";
  private static final String LINE = "line";
  private static final String TEXT = "text";
  private static final String WHOLE = "100%";

  /** What a panel's points say and where they lead. */
  public interface Guide {
    /** What is said of a point. */
    String says(Series series, SeriesPoint point);

    /** The value of a point, as it is written beside it. */
    String figure(Series series, SeriesPoint point);

    /** Where a point leads. */
    String addressOf(Series series, SeriesPoint point);
  }

  /** A new one; it has no renderer. */
  public PanelComponent() {
    setRendererType(null);
  }

  @Override
  public String getFamily() {
    return TYPE;
  }

  @Override
  @SuppressWarnings("unchecked")
  public void encodeBegin(FacesContext faces) throws IOException {
    Panel panel = (Panel) getStateHelper().eval("of");
    Guide guide = (Guide) getStateHelper().eval("guide");
    if (!isRendered() || panel == null || guide == null) {
      return;
    }
    List<Tick> ticks =
        (List<Tick>) Objects.requireNonNull(getStateHelper().eval("ticks", List.of()));
    Object label = getStateHelper().eval("label", "");
    ResponseWriter writer = faces.getResponseWriter();
    writer.startElement("svg", this);
    writer.writeAttribute(CLASS, panel.dense() ? "course panel dense" : "course panel", null);
    writer.writeAttribute("role", "group", null);
    writer.writeAttribute("aria-label", label, null);
    ground(writer, panel, ticks);
    boolean still = Boolean.parseBoolean(String.valueOf(getStateHelper().eval("still", false)));
    for (Panel.Line line : panel.lines()) {
      draw(writer, line, guide, still);
    }
    writer.endElement("svg");
  }

  private static void ground(ResponseWriter writer, Panel panel, List<Tick> ticks)
      throws IOException {
    for (Panel.Level level : panel.levels()) {
      line(writer, "5%", WHOLE, level.y(), level.y());
      words(writer, "0", level.y(), String.valueOf(level.value()).replace('-', '\u2212'), null);
    }
    for (Tick tick : ticks) {
      line(writer, tick.x(), tick.x(), "0", WHOLE);
    }
  }

  private static void draw(ResponseWriter writer, Panel.Line line, Guide guide, boolean still)
      throws IOException {
    Series series = line.series();
    writer.startElement("g", null);
    writer.writeAttribute("data-series", series.key(), null);
    String rater = series.apart() ? " client" : "";
    writer.writeAttribute(
        CLASS, "s" + line.style() + rater + (series.leading() ? " leading" : ""), null);
    if (!line.chosen()) {
      writer.writeAttribute("hidden", "hidden", null);
    }
    writer.startElement("svg", null);
    writer.writeAttribute("viewBox", "0 0 100 100", null);
    writer.writeAttribute("preserveAspectRatio", "none", null);
    writer.writeAttribute("width", WHOLE, null);
    writer.writeAttribute("height", WHOLE, null);
    writer.startElement("polyline", null);
    writer.writeAttribute("points", line.path(), null);
    writer.endElement("polyline");
    writer.endElement("svg");
    for (Panel.Dot dot : line.dots()) {
      point(writer, series, dot, still ? null : guide);
      if (dot.figure()) {
        words(writer, dot.x(), dot.y(), guide.figure(series, dot.point()), "figure");
      }
    }
    writer.endElement("g");
  }

  /** A point, a link where there is a guide. */
  private static void point(
      ResponseWriter writer, Series series, Panel.Dot dot, @Nullable Guide guide)
      throws IOException {
    if (guide != null) {
      writer.startElement("a", null);
      writer.writeAttribute("href", guide.addressOf(series, dot.point()), null);
      writer.writeAttribute("data-at", dot.point().at().toEpochMilli(), null);
      writer.writeAttribute("aria-label", guide.says(series, dot.point()), null);
    }
    writer.startElement("circle", null);
    writer.writeAttribute("cx", dot.x(), null);
    writer.writeAttribute("cy", dot.y(), null);
    writer.endElement("circle");
    if (guide != null) {
      writer.endElement("a");
    }
  }

  private static void line(ResponseWriter writer, String x1, String x2, String y1, String y2)
      throws IOException {
    writer.startElement(LINE, null);
    writer.writeAttribute(CLASS, "grid", null);
    writer.writeAttribute("x1", x1, null);
    writer.writeAttribute("x2", x2, null);
    writer.writeAttribute("y1", y1, null);
    writer.writeAttribute("y2", y2, null);
    writer.endElement(LINE);
  }

  private static void words(
      ResponseWriter writer, String x, String y, String words, @Nullable String kind)
      throws IOException {
    writer.startElement(TEXT, null);
    writer.writeAttribute("x", x, null);
    writer.writeAttribute("y", y, null);
    if (kind != null) {
      writer.writeAttribute(CLASS, kind, null);
    }
    writer.writeText(words, null);
    writer.endElement(TEXT);
  }
}
