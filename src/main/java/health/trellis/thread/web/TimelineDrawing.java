package health.trellis.thread.web;

import health.trellis.thread.SeriesPoint;
import health.trellis.thread.Timeline;
import health.trellis.thread.TimelineEntry;
import jakarta.faces.context.FacesContext;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The drawing of a timeline: what was measured in panels one above the other, what happened as
 * marks below them, all on one axis of time.
 */
public record TimelineDrawing(List<Panel> panels, List<Lane> lanes, List<Tick> ticks) {
  static final TimelineDrawing EMPTY = new TimelineDrawing(List.of(), List.of(), List.of());

  /** Which lines an address asks for, by the keys of their series; none where it asks for all. */
  static Set<String> asked() {
    String[] keys =
        FacesContext.getCurrentInstance()
            .getExternalContext()
            .getRequestParameterValuesMap()
            .getOrDefault("show", new String[0]);
    return Stream.of(keys).collect(Collectors.toSet());
  }

  /**
   * The drawing of a timeline.
   *
   * @param chosen the keys of the series to draw; empty for all
   */
  static TimelineDrawing of(Timeline line, Set<String> chosen, ZoneId zone) {
    List<Instant> moments =
        Stream.concat(
                line.entries().stream().map(TimelineEntry::at),
                line.series().stream()
                    .flatMap(series -> series.points().stream())
                    .map(SeriesPoint::at))
            .sorted()
            .toList();
    if (moments.isEmpty()) {
      return EMPTY;
    }
    Span span = new Span(moments.get(0), moments.get(moments.size() - 1));
    return new TimelineDrawing(
        Panel.of(line.series(), span, chosen), Lane.of(line.entries(), span), span.ticks(zone));
  }
}
