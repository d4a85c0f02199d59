package health.trellis.support;

import health.trellis.clients.ClientHead;
import health.trellis.clients.OpenClient;
import health.trellis.clients.Scope;
import health.trellis.kernel.NotFoundException;
import health.trellis.kernel.SupportMapId;
import health.trellis.security.CurrentCaller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The map of a client at the moments that one asks for, built from the states of then. */
@ApplicationScoped
class SupportCourse {
  /** The figures of at most so many kept maps stand beside those of now. */
  private static final int MEASURED = 12;

  @Inject private SupportRepository supporters;
  @Inject private CurrentCaller caller;
  @Inject private Clock clock;

  /**
   * The map as it stands, or one that was kept, with the figures of all the last ones.
   *
   * @param goals those that somebody on it is part of now
   */
  SupportMapPage page(
      OpenClient client, ClientHead head, @Nullable SupportMapId id, List<InvolvingGoal> goals) {
    List<KeptMapRow> kept = supporters.listKept(client);
    ShownMoment shown = id == null ? now() : of(find(kept, id));
    List<ShownMoment> moments = new ArrayList<>();
    kept.stream().limit(MEASURED).map(this::of).forEach(moment -> moments.add(0, moment));
    moments.add(now());
    moments.add(shown);
    List<List<SupporterView>> maps = maps(client, moments);
    List<SupporterView> map = maps.get(maps.size() - 1);
    List<MeasuredMap> course = new ArrayList<>();
    for (int i = 0; i < moments.size() - 1; i++) {
      ShownMoment moment = moments.get(i);
      course.add(new MeasuredMap(moment, MapMeasures.of(maps.get(i), moment.day())));
    }
    return new SupportMapPage(
        head,
        shown,
        map.stream().filter(SupporterView::onMap).toList(),
        id == null ? map.stream().filter(each -> !each.onMap()).toList() : List.of(),
        goals,
        kept,
        course,
        supporters.sharing(client),
        client.scope() == Scope.TREATING);
  }

  /** The maps of two moments, the earlier one first whichever was named first. */
  MapComparison compare(OpenClient client, ClientHead head, MomentChoice from, MomentChoice to) {
    List<KeptMapRow> kept = supporters.listKept(client);
    ShownMoment one = moment(kept, from, kept.isEmpty() ? null : of(kept.get(0)));
    ShownMoment other = moment(kept, to, now());
    List<ShownMoment> both =
        Stream.of(one, other == null ? now() : other)
            .filter(each -> each != null)
            .sorted(Comparator.comparing(SupportCourse::instant))
            .toList();
    List<List<SupporterView>> maps = maps(client, both);
    int last = both.size() - 1;
    List<SupporterView> before = maps.get(0);
    List<SupporterView> after = maps.get(last);
    return new MapComparison(
        head,
        last == 0 ? null : both.get(0),
        both.get(last),
        before,
        after,
        MapDifference.between(before, after),
        MapMeasures.of(before, both.get(0).day()),
        MapMeasures.of(after, both.get(last).day()),
        kept,
        client.scope() == Scope.TREATING);
  }

  private @Nullable ShownMoment moment(
      List<KeptMapRow> kept, MomentChoice choice, @Nullable ShownMoment otherwise) {
    if (choice.kept() != null) {
      return of(find(kept, choice.kept()));
    }
    LocalDate day = choice.day();
    if (day == null) {
      return otherwise;
    }
    if (!day.isBefore(caller.get().today(clock))) {
      return now();
    }
    Instant end = day.plusDays(1).atStartOfDay(caller.get().zone()).toInstant();
    return new ShownMoment(end.minusNanos(1_000), day, null);
  }

  private List<List<SupporterView>> maps(OpenClient client, List<ShownMoment> moments) {
    return supporters.listAt(
        client,
        moments.stream()
            .map(moment -> moment.at() == null ? SupportRepository.NOW : moment.at().toString())
            .toList());
  }

  private static KeptMapRow find(List<KeptMapRow> kept, SupportMapId id) {
    return kept.stream()
        .filter(each -> each.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new NotFoundException("no such map of this client"));
  }

  private ShownMoment of(KeptMapRow kept) {
    return new ShownMoment(
        kept.moment(), LocalDate.ofInstant(kept.moment(), caller.get().zone()), kept);
  }

  private ShownMoment now() {
    return new ShownMoment(null, caller.get().today(clock), null);
  }

  private static Instant instant(ShownMoment moment) {
    return moment.at() == null ? Instant.MAX : moment.at();
  }
}
