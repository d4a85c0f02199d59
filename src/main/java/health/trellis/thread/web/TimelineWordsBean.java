package health.trellis.thread.web;

import health.trellis.notes.NoteTemplate;
import health.trellis.thread.Measure;
import health.trellis.thread.Series;
import health.trellis.thread.SeriesPoint;
import health.trellis.thread.TimelineEntry;
import health.trellis.thread.TimelineKind;
import health.trellis.web.SayBean;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What is said of all that a timeline shows, and where it leads. */
@Named("timelineWords")
@RequestScoped
public class TimelineWordsBean implements PanelComponent.Guide {
  @Inject private SayBean say;

  /** What a panel is called. */
  public String titleOf(Panel panel) {
    return panel.measure() == Measure.INVENTORY
        ? panel.group()
        : say.of("timeline.measure." + panel.measure());
  }

  /** What a series is called: a belief that its client rates says so. */
  public String titleOf(Series series) {
    String title =
        series.measure() == Measure.SUPPORT
            ? say.of("timeline.support." + series.title())
            : series.title();
    return series.apart() ? say.of("timeline.byClient", title) : title;
  }

  @Override
  public String figure(Series series, SeriesPoint point) {
    return series.measure() == Measure.INVENTORY
        ? say.mean(point.value())
        : series.measure() == Measure.ATTAINMENT
            ? say.of("level.sign." + point.value().intValue())
            : point.value().toPlainString();
  }

  @Override
  public String says(Series series, SeriesPoint point) {
    return say.of("timeline.entry", titleOf(series), say.moment(point.at()), figure(series, point));
  }

  @Override
  public String addressOf(Series series, SeriesPoint point) {
    return switch (series.measure()) {
      case INVENTORY -> address("inventory/result.xhtml?assignment=", point.opens());
      case CONVICTION -> address("beliefs/belief.xhtml?belief=", point.opens());
      case GOAL, ATTAINMENT -> address("goals/goal.xhtml?goal=", point.opens());
      case SUPPORT -> address("support/map.xhtml?kept=", point.opens());
    };
  }

  /** Where an entry leads. */
  public String addressOf(TimelineEntry entry) {
    return switch (entry.kind()) {
      case EVENT -> address("thread/event.xhtml?event=", entry.opens());
      case SESSION, NOTE -> address("notes/read.xhtml?note=", entry.opens());
      case INVENTORY -> address("inventory/result.xhtml?assignment=", entry.opens());
      case CONVICTION -> address("beliefs/belief.xhtml?belief=", entry.opens());
      case GOAL -> address("goals/goal.xhtml?goal=", entry.opens());
      case MAP -> address("support/map.xhtml?kept=", entry.opens());
    };
  }

  private static String address(String page, @Nullable Object record) {
    String client =
        FacesContext.getCurrentInstance()
            .getExternalContext()
            .getRequestParameterMap()
            .get("client");
    return "/therapist/" + page + record + "&client=" + client;
  }

  /** When an entry was: an event of life and a goal's rating have a day and no time. */
  public String when(TimelineEntry entry) {
    return entry.kind() == TimelineKind.EVENT || entry.kind() == TimelineKind.GOAL
        ? say.day(entry.at())
        : say.moment(entry.at());
  }

  /** What an entry says, in the page's language. */
  public String says(TimelineEntry entry) {
    return switch (entry.kind()) {
      case EVENT -> entry.words();
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
      case GOAL ->
          entry.before() == null
              ? say.of(
                  "timeline.goal.first." + entry.state(), entry.words(), rated(entry, value(entry)))
              : say.of(
                  "timeline.goal." + entry.state(),
                  entry.words(),
                  rated(entry, entry.before()),
                  rated(entry, value(entry)));
      case MAP -> entry.words();
      case CONVICTION ->
          entry.before() == null
              ? say.of("timeline.conviction.first", entry.words(), value(entry))
              : say.of("timeline.conviction", entry.words(), entry.before(), value(entry));
    };
  }

  private String rated(TimelineEntry entry, BigDecimal value) {
    return "LEVEL".equals(entry.state())
        ? say.of("level.sign." + value.intValue())
        : value.toPlainString();
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
}
