package health.trellis.support;

import health.trellis.audit.Act;
import health.trellis.audit.AuditTrail;
import health.trellis.clients.OpenClient;
import health.trellis.clients.Scope;
import health.trellis.kernel.ConflictException;
import health.trellis.kernel.NotFoundException;
import health.trellis.kernel.RequestKey;
import health.trellis.kernel.SupporterId;
import health.trellis.security.CurrentCaller;
import health.trellis.support.SupporterState.Entry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A client's map as both write on it, therapist and client, and as other pages put it beside their
 * records. It needs the client's key.
 */
@ApplicationScoped
public class SupportBook {
  /** How many supporters a map holds at once. */
  public static final int MOST = 60;

  @Inject private SupportRepository supporters;
  @Inject private AuditTrail audit;
  @Inject private CurrentCaller caller;
  @Inject private Clock clock;

  /** The supporters as they stand, those who are off the map among them. */
  public List<SupporterView> list(OpenClient client) {
    return supporters.list(client);
  }

  /** Whether the client keeps the map too, and whether anything is written on it now. */
  public SharingState sharing(OpenClient client) {
    return supporters.sharing(client);
  }

  /** The goals that somebody on the map is part of, as staff read them; each is in the log. */
  List<InvolvingGoal> involving(OpenClient client) {
    List<InvolvingGoal> goals = supporters.listInvolving(client);
    audit.recordEach(
        Act.GOALS_READ,
        goals.stream().collect(Collectors.toMap(InvolvingGoal::goal, goal -> client.id())));
    return goals;
  }

  /** One supporter as it stands. */
  SupporterView get(OpenClient client, SupporterId id) {
    return list(client).stream()
        .filter(each -> each.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new NotFoundException("no such supporter of this client"));
  }

  /** Puts somebody new on the map; the same key again gives the same supporter. */
  SupporterId add(OpenClient client, SupporterDraft draft, RequestKey key) {
    Instant at = hold(client);
    Optional<SupporterId> already = supporters.findByRequest(client, key);
    if (already.isPresent()) {
      return already.get();
    }
    requireWriting(client);
    draft.requireAsked(caller.get().today(clock), client.birthDate());
    requireRoom(client);
    Supporter supporter = Supporter.of(client, caller.get());
    supporters.add(client, supporter);
    SupporterDraft placed = placed(client, draft, null);
    supporters.add(
        client,
        SupporterState.first(
            client, supporter.id(), placed, new Entry(caller.get(), true, key, at)));
    audit.record(Act.SUPPORTER_ADDED, client.id(), supporter.id());
    return supporter.id();
  }

  /** Says what is known of a supporter now, on top of the version that was seen. */
  void change(OpenClient client, SupporterId id, int seen, SupporterDraft draft, RequestKey key) {
    Instant at = hold(client);
    SupporterState last = supporters.get(client, id);
    if (supporters.findByRequest(client, key).isPresent()) {
      return;
    }
    requireWriting(client);
    draft.requireAsked(caller.get().today(clock), client.birthDate());
    SupporterDraft placed = placed(client, draft, last);
    Entry entry = new Entry(caller.get(), last.onMap(), key, at);
    SupporterState next = last.next(client, seen, placed, entry);
    if (!last.told().equals(placed)) {
      supporters.add(client, next);
      audit.record(Act.SUPPORTER_CHANGED, client.id(), id);
    }
  }

  /** Moves a supporter, or takes it off; says how it stands then, or does since somebody else. */
  Placed place(OpenClient client, SupporterId id, Placing placing) {
    Instant at = hold(client);
    SupporterState last = supporters.get(client, id);
    boolean again = supporters.findByRequest(client, placing.key()).isPresent();
    requireWriting(client);
    if (again || last.number() != placing.seen()) {
      return new Placed(get(client, id), again);
    }
    Spot spot = placing.spot();
    if (spot == null && last.onMap()) {
      requireFree(client, id);
    }
    Entry entry = new Entry(caller.get(), spot != null && last.onMap(), placing.key(), at);
    SupporterDraft told = spot == null ? last.told() : last.told().at(spot);
    supporters.add(client, last.next(client, placing.seen(), told, entry));
    audit.record(spot == null ? Act.SUPPORTER_TAKEN_OFF : Act.SUPPORTER_MOVED, client.id(), id);
    return new Placed(get(client, id), true);
  }

  /** Puts a supporter back on the map, or takes it off; nothing else of it changes. */
  void turn(OpenClient client, SupporterId id, int seen, boolean onMap, RequestKey key) {
    Instant at = hold(client);
    SupporterState last = supporters.get(client, id);
    requireWriting(client);
    if (last.onMap() == onMap || supporters.findByRequest(client, key).isPresent()) {
      return;
    }
    if (onMap) {
      requireRoom(client);
    } else {
      requireFree(client, id);
    }
    Entry entry = new Entry(caller.get(), onMap, key, at);
    supporters.add(client, last.next(client, seen, last.told(), entry));
    audit.record(onMap ? Act.SUPPORTER_PUT_BACK : Act.SUPPORTER_TAKEN_OFF, client.id(), id);
  }

  /** The moment of a change: now, and after all that was written or kept before. */
  Instant hold(OpenClient client) {
    Optional<Instant> last = supporters.hold(client);
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    return last.filter(before -> !before.isBefore(now))
        .map(before -> before.plus(1, ChronoUnit.MICROS))
        .orElse(now);
  }

  private void requireWriting(OpenClient client) {
    SharingState state = sharing(client);
    if (client.scope() == Scope.OWN && !state.shared()) {
      throw new NotFoundException("not shared");
    }
    if (state.closed()) {
      throw new ConflictException("conflict.closed");
    }
  }

  private void requireFree(OpenClient client, SupporterId id) {
    if (supporters.involved(client, id)) {
      throw new ConflictException("conflict.supporterInvolved");
    }
  }

  private void requireRoom(OpenClient client) {
    if (list(client).stream().filter(SupporterView::onMap).count() >= MOST) {
      throw new ConflictException("conflict.supportersFull");
    }
  }

  /** With a place on its circle: the one that was typed, the one before, or a free one. */
  private SupporterDraft placed(
      OpenClient client, SupporterDraft draft, @Nullable SupporterState last) {
    if (draft.angle() != null) {
      return draft;
    }
    if (last != null && last.told().circle() == draft.circle()) {
      return draft.at(last.told().spot());
    }
    List<Spot> taken =
        list(client).stream().filter(SupporterView::onMap).map(each -> each.told().spot()).toList();
    return draft.at(Spot.free(draft.circle(), taken));
  }
}
