package health.trellis.thread.web;

import health.trellis.kernel.ClientId;
import health.trellis.security.CurrentCaller;
import health.trellis.thread.Period;
import health.trellis.thread.Timeline;
import health.trellis.thread.TimelineEntry;
import health.trellis.thread.TimelineKind;
import health.trellis.thread.TimelineService;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The timeline of one client, as a drawing and as a table. */
@Named("timelineBean")
@RequestScoped
public class TimelineBean {
  private static final int FIRST_ROWS = 100;
  private static final String ALL = "all";

  @Inject private TimelineService timelines;
  @Inject private CurrentCaller caller;

  private @Nullable String client;
  private @Nullable String period;
  private @Nullable String kind;
  private @Nullable String rows;
  private @Nullable Timeline view;
  private List<TimelineEntry> entries = List.of();
  private TimelineDrawing drawing = TimelineDrawing.EMPTY;

  /** Loads all that the page shows. */
  public void load() {
    Timeline line = timelines.read(ClientId.of(client), Period.named(period));
    TimelineKind one = TimelineKind.named(kind).orElse(null);
    view = line;
    entries = line.entries().stream().filter(each -> one == null || each.kind() == one).toList();
    drawing = TimelineDrawing.of(line, TimelineDrawing.asked(), caller.get().zone());
  }

  /** What the page shows; null before it was loaded. */
  public @Nullable Timeline getView() {
    return view;
  }

  /** The drawing of it. */
  public TimelineDrawing getDrawing() {
    return drawing;
  }

  /** The rows of the table, the latest first; the first of them where not all were asked for. */
  public List<TimelineEntry> getEntries() {
    return isMore() ? entries.subList(0, FIRST_ROWS) : entries;
  }

  /** How many rows there are. */
  public int getMany() {
    return entries.size();
  }

  /** Whether there are more rows than the table has. */
  public boolean isMore() {
    return !ALL.equals(rows) && entries.size() > FIRST_ROWS;
  }

  public TimelineKind[] getKinds() {
    return TimelineKind.values();
  }

  public Period[] getPeriods() {
    return Period.values();
  }

  public @Nullable String getClient() {
    return client;
  }

  public void setClient(@Nullable String client) {
    this.client = client;
  }

  public @Nullable String getPeriod() {
    return period;
  }

  public void setPeriod(@Nullable String period) {
    this.period = period;
  }

  public @Nullable String getKind() {
    return kind;
  }

  public void setKind(@Nullable String kind) {
    this.kind = kind;
  }

  public @Nullable String getRows() {
    return rows;
  }

  public void setRows(@Nullable String rows) {
    this.rows = rows;
  }
}
