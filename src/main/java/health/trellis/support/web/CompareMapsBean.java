package health.trellis.support.web;

import health.trellis.kernel.ClientId;
import health.trellis.kernel.SupportMapId;
import health.trellis.support.MapChange;
import health.trellis.support.MapComparison;
import health.trellis.support.MomentChoice;
import health.trellis.support.ShownMoment;
import health.trellis.support.SupportService;
import health.trellis.support.SupporterView;
import health.trellis.web.Days;
import health.trellis.web.SayBean;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What lies between the maps of two moments. The address names each by the id of a kept map or by a
 * day.
 */
@Named("compareMapsBean")
@RequestScoped
public class CompareMapsBean {
  private static final int ID = 36;

  @Inject private SupportService support;
  @Inject private SayBean say;

  private @Nullable String client;
  private String from = "";
  private String to = "";
  private @Nullable MapComparison view;

  /** Loads all that the page shows; of a day that is none nothing is asked. */
  public void load() {
    view = support.compare(ClientId.of(client), choice(from), choice(to));
  }

  private static MomentChoice choice(String text) {
    return text.length() == ID
        ? new MomentChoice(SupportMapId.of(text), null)
        : new MomentChoice(null, Days.read(text).orElse(null));
  }

  /** Whether the first day is no day, or has not come yet. */
  public boolean isFromWrong() {
    return wrong(from);
  }

  /** Whether the second day is no day, or has not come yet. */
  public boolean isToWrong() {
    return wrong(to);
  }

  private boolean wrong(String text) {
    boolean day = !text.isEmpty() && text.length() != ID;
    return day && Days.read(text).filter(named -> !named.isAfter(today())).isEmpty();
  }

  private LocalDate today() {
    return say.currentDay();
  }

  /** The first day as its field shows it: as it was typed where it is wrong. */
  public String getFromDay() {
    ShownMoment shown = view == null ? null : view.from();
    return shown == null || isFromWrong() ? from : shown.day().toString();
  }

  /** The second day, alike. */
  public String getToDay() {
    MapComparison shown = view;
    return shown == null || isToWrong() ? to : shown.to().day().toString();
  }

  /** Who is drawn: all that are on the later map, and those who went. */
  public List<SupporterView> getDrawn() {
    MapComparison shown = view;
    return shown == null
        ? List.of()
        : Stream.concat(
                shown.after().stream().filter(SupporterView::onMap),
                shown.difference().changes().stream()
                    .filter(change -> change.kind() == MapChange.Kind.WENT)
                    .map(MapChange::shown))
            .toList();
  }

  /** What the page shows; null before it was loaded. */
  public @Nullable MapComparison getView() {
    return view;
  }

  public @Nullable String getClient() {
    return client;
  }

  public void setClient(@Nullable String client) {
    this.client = client;
  }

  public String getFrom() {
    return from;
  }

  public void setFrom(@Nullable String from) {
    this.from = from == null ? "" : from;
  }

  public String getTo() {
    return to;
  }

  public void setTo(@Nullable String to) {
    this.to = to == null ? "" : to;
  }
}
