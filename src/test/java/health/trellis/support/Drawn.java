package health.trellis.support;

import health.trellis.kernel.SupporterId;
import health.trellis.security.Role;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Supporters for tests, each told by what matters in one. */
public final class Drawn {
  private SupporterDraft told;
  private boolean onMap = true;
  private final SupporterId id;

  private Drawn(SupporterId id, SupporterDraft told) {
    this.id = id;
    this.told = told;
  }

  /** A friend on the second circle, at the top. */
  public static Drawn friend(String alias) {
    return new Drawn(SupporterId.next(), draft(alias, 2, 0, Tie.WEAK));
  }

  /** The same one, from here on. */
  public Drawn again() {
    Drawn same = new Drawn(id, told);
    same.onMap = onMap;
    return same;
  }

  public Drawn at(int circle, int angle) {
    told = told.at(new Spot(circle, angle));
    return this;
  }

  public Drawn gone() {
    onMap = false;
    return this;
  }

  public Drawn called(String alias) {
    told = of(alias, told.tie(), told.gives(), told.receives());
    return this;
  }

  public Drawn tied(Tie tie) {
    told = of(told.alias(), tie, told.gives(), told.receives());
    return this;
  }

  public Drawn flowing(Set<Flow> gives, Set<Flow> receives) {
    told = of(told.alias(), told.tie(), gives, receives);
    return this;
  }

  /** How it stands between asking and being offered help. */
  public Drawn asking(
      @Nullable Integer wouldAsk, @Nullable LocalDate askedOn, int accepted, int refused) {
    told =
        new SupporterDraft(
            told.alias(),
            told.relation(),
            told.circle(),
            told.angle(),
            told.contact(),
            told.gives(),
            told.receives(),
            told.tie(),
            wouldAsk,
            askedOn,
            accepted,
            refused);
    return this;
  }

  public SupporterView view() {
    return new SupporterView(id, 1, told, onMap, Instant.EPOCH, "Somebody", Role.THERAPIST);
  }

  public static SupporterDraft draft(String alias, int circle, @Nullable Integer angle, Tie tie) {
    return new SupporterDraft(
        alias, Relation.FRIEND, circle, angle, null, Set.of(), Set.of(), tie, null, null, 0, 0);
  }

  private SupporterDraft of(String alias, Tie tie, Set<Flow> gives, Set<Flow> receives) {
    return new SupporterDraft(
        alias,
        told.relation(),
        told.circle(),
        told.angle(),
        told.contact(),
        gives,
        receives,
        tie,
        told.wouldAsk(),
        told.askedOn(),
        told.accepted(),
        told.refused());
  }
}
