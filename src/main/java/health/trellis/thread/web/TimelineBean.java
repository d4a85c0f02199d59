package health.trellis.thread.web;

import health.trellis.kernel.ClientId;
import health.trellis.notes.NoteTemplate;
import health.trellis.thread.Timeline;
import health.trellis.thread.TimelineEntry;
import health.trellis.thread.TimelineKind;
import health.trellis.thread.TimelineService;
import health.trellis.web.SayBean;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The timeline of one client, as a drawing and as a table. */
@Named("timelineBean")
@RequestScoped
public class TimelineBean {
  @Inject private TimelineService timelines;
  @Inject private SayBean say;

  private @Nullable String client;
  private @Nullable String kind;
  private @Nullable Timeline view;
  private TimelineChart chart = TimelineChart.EMPTY;

  /** Loads all that the page shows. */
  public void load() {
    view = timelines.read(ClientId.of(client), asked());
    chart = TimelineChart.of(view.entries());
  }

  private @Nullable TimelineKind asked() {
    return Arrays.stream(TimelineKind.values())
        .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(kind))
        .findFirst()
        .orElse(null);
  }

  /** What the page shows; null before it was loaded. */
  public @Nullable Timeline getView() {
    return view;
  }

  /** The drawing of it. */
  public TimelineChart getChart() {
    return chart;
  }

  /** Where an entry leads. */
  public String addressOf(TimelineEntry entry) {
    String page =
        switch (entry.kind()) {
          case SESSION, NOTE -> "/therapist/notes/read.xhtml?note=";
          case INVENTORY -> "/therapist/inventory/result.xhtml?assignment=";
          case CONVICTION -> "/therapist/beliefs/belief.xhtml?belief=";
        };
    return page + entry.opens() + "&client=" + client;
  }

  /** What an entry says, in the page's language. */
  public String says(TimelineEntry entry) {
    return switch (entry.kind()) {
      case SESSION -> {
        String place = say.of("session.place." + entry.words());
        yield say.of("timeline.session." + entry.state(), value(entry), place);
      }
      case NOTE -> {
        String form =
            NoteTemplate.usual(entry.words()).isPresent()
                ? say.of("note.template." + entry.words())
                : entry.words();
        yield say.of("timeline.note", form, say.of("note.state." + entry.state()));
      }
      case INVENTORY -> mean(entry);
      case CONVICTION ->
          entry.before() == null
              ? say.of("timeline.conviction.first", entry.words(), value(entry))
              : say.of("timeline.conviction", entry.words(), entry.before(), value(entry));
    };
  }

  private String mean(TimelineEntry entry) {
    if (entry.value() == null) {
      return say.of("result.notScorable.short");
    }
    return entry.before() == null
        ? say.of("timeline.mean.first", say.mean(entry.value()))
        : say.of("timeline.mean", say.mean(entry.before()), say.mean(entry.value()));
  }

  private static BigDecimal value(TimelineEntry entry) {
    return Objects.requireNonNullElse(entry.value(), BigDecimal.ZERO);
  }

  public TimelineKind[] getKinds() {
    return TimelineKind.values();
  }

  public @Nullable String getClient() {
    return client;
  }

  public void setClient(@Nullable String client) {
    this.client = client;
  }

  public @Nullable String getKind() {
    return kind;
  }

  public void setKind(@Nullable String kind) {
    this.kind = kind;
  }
}
