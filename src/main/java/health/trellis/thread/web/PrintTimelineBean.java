package health.trellis.thread.web;

import health.trellis.kernel.ClientId;
import health.trellis.security.CurrentCaller;
import health.trellis.thread.Period;
import health.trellis.thread.PrintedTimeline;
import health.trellis.thread.TimelineService;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;

/** The timeline of one client as a sheet for paper, with the lines that were chosen. */
@Named("printTimelineBean")
@RequestScoped
public class PrintTimelineBean {
  @Inject private TimelineService timelines;
  @Inject private CurrentCaller caller;

  private @Nullable String client;
  private @Nullable String period;
  private @Nullable PrintedTimeline view;
  private TimelineDrawing drawing = TimelineDrawing.EMPTY;

  /** Loads the sheet; that it was printed is in the log. */
  public void load() {
    PrintedTimeline printed = timelines.print(ClientId.of(client), Period.named(period));
    view = printed;
    drawing = TimelineDrawing.of(printed.line(), TimelineDrawing.asked(), caller.get().zone());
  }

  /** What the page shows; null before it was loaded. */
  public @Nullable PrintedTimeline getView() {
    return view;
  }

  /** The drawing of it. */
  public TimelineDrawing getDrawing() {
    return drawing;
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
}
