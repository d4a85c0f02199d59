package health.trellis.thread.web;

import health.trellis.thread.TimelineEntry;
import health.trellis.thread.TimelineKind;
import java.util.ArrayList;
import java.util.List;

/** The entries of one kind, as marks on the axis of time, the oldest on the left. */
public record Lane(TimelineKind kind, String y, List<Mark> marks) {
  /** What is marked; whatever is measured has a line of its own. */
  private static final List<TimelineKind> MARKED =
      List.of(TimelineKind.EVENT, TimelineKind.SESSION, TimelineKind.NOTE);

  private static final int MANY_MARKS = 40;
  private static final double BOTTOM = 86;

  /** One entry. */
  public record Mark(String x, TimelineEntry entry) {}

  /** Whether the marks stand so close that each is drawn small. */
  public boolean dense() {
    return marks.size() > MANY_MARKS;
  }

  /** The lanes of these entries, the latest first. */
  static List<Lane> of(List<TimelineEntry> entries, Span span) {
    List<TimelineKind> kinds =
        MARKED.stream()
            .filter(kind -> entries.stream().anyMatch(entry -> entry.kind() == kind))
            .toList();
    List<Lane> lanes = new ArrayList<>();
    for (TimelineKind kind : kinds) {
      double y = BOTTOM * (lanes.size() + 0.6) / kinds.size();
      lanes.add(new Lane(kind, Span.percent(y), marks(kind, entries, span)));
    }
    return List.copyOf(lanes);
  }

  private static List<Mark> marks(TimelineKind kind, List<TimelineEntry> entries, Span span) {
    List<Mark> marks = new ArrayList<>();
    for (int i = entries.size() - 1; i >= 0; i--) {
      TimelineEntry entry = entries.get(i);
      if (entry.kind() == kind) {
        marks.add(new Mark(span.x(entry.at()), entry));
      }
    }
    return List.copyOf(marks);
  }
}
