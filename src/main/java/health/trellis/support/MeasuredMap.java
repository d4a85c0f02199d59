package health.trellis.support;

/** The figures of one moment's map. */
public record MeasuredMap(ShownMoment moment, MapMeasures figures) {}
