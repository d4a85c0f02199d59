package health.trellis.support;

import health.trellis.clients.OpenClient;
import health.trellis.kernel.ClientId;
import health.trellis.kernel.ClinicId;
import health.trellis.kernel.ConflictException;
import health.trellis.kernel.PersonId;
import health.trellis.kernel.RequestKey;
import health.trellis.kernel.SupporterId;
import health.trellis.kernel.SupporterStateId;
import health.trellis.security.Caller;
import health.trellis.security.Role;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/**
 * What was known of a supporter from one moment to the next. It never changes: who learns more
 * writes the next one. The last one counts.
 */
@Entity
@Immutable
@Table(name = "supporter_state")
class SupporterState {
  @EmbeddedId
  @AttributeOverride(name = "value", column = @Column(name = "id"))
  private SupporterStateId id;

  @Embedded
  @AttributeOverride(name = "value", column = @Column(name = "clinic_id"))
  private ClinicId clinic;

  @Embedded
  @AttributeOverride(name = "value", column = @Column(name = "client_id"))
  private ClientId client;

  @Embedded
  @AttributeOverride(name = "value", column = @Column(name = "supporter_id"))
  private SupporterId supporter;

  private int number;
  private String alias;

  @Enumerated(EnumType.STRING)
  private Relation relation;

  private short circle;
  private short angle;

  @Enumerated(EnumType.STRING)
  private @Nullable Contact contact;

  private String[] gives;
  private String[] receives;

  @Enumerated(EnumType.STRING)
  private Tie tie;

  @Column(name = "would_ask")
  private @Nullable Short wouldAsk;

  @Column(name = "asked_on")
  private @Nullable LocalDate askedOn;

  private short accepted;
  private short refused;

  @Column(name = "on_map")
  private boolean onMap;

  @Embedded
  @AttributeOverride(name = "value", column = @Column(name = "written_by"))
  private PersonId writtenBy;

  @Column(name = "written_as")
  @Enumerated(EnumType.STRING)
  private Role writtenAs;

  @Column(name = "written_at")
  private Instant writtenAt;

  @Embedded
  @AttributeOverride(name = "value", column = @Column(name = "request_key"))
  private RequestKey requestKey;

  /** For Hibernate. */
  @SuppressWarnings("NullAway.Init")
  protected SupporterState() {}

  private SupporterState(
      OpenClient client, SupporterId supporter, int number, SupporterDraft told, Entry entry) {
    this.id = SupporterStateId.next();
    this.clinic = entry.caller().clinic();
    this.client = client.id();
    this.supporter = supporter;
    this.number = number;
    this.alias = told.alias();
    this.relation = told.relation();
    this.circle = (short) told.circle();
    this.angle = (short) told.spot().angle();
    this.contact = told.contact();
    this.gives = names(told.gives());
    this.receives = names(told.receives());
    this.tie = told.tie();
    this.wouldAsk = told.wouldAsk() == null ? null : told.wouldAsk().shortValue();
    this.askedOn = told.askedOn();
    this.accepted = (short) told.accepted();
    this.refused = (short) told.refused();
    this.onMap = entry.onMap();
    this.writtenBy = entry.caller().person();
    this.writtenAs = entry.caller().role();
    this.writtenAt = entry.at();
    this.requestKey = entry.key();
  }

  /**
   * How a state is written.
   *
   * @param onMap whether the supporter is on the map from then on
   */
  record Entry(Caller caller, boolean onMap, RequestKey key, Instant at) {}

  /** The first state of a new supporter. */
  static SupporterState first(
      OpenClient client, SupporterId supporter, SupporterDraft told, Entry entry) {
    return new SupporterState(client, supporter, 1, told, entry);
  }

  /**
   * The state after this one.
   *
   * @throws ConflictException where somebody wrote this one after what was seen
   */
  SupporterState next(OpenClient client, int seen, SupporterDraft told, Entry entry) {
    if (number != seen) {
      throw new ConflictException("conflict.supporter");
    }
    return new SupporterState(client, supporter, number + 1, told, entry);
  }

  private static String[] names(Set<Flow> flows) {
    return flows.stream().map(Flow::name).toArray(String[]::new);
  }

  private static Set<Flow> flows(String[] names) {
    return Arrays.stream(names).map(Flow::valueOf).collect(Collectors.toSet());
  }

  int number() {
    return number;
  }

  boolean onMap() {
    return onMap;
  }

  /** What it tells. */
  SupporterDraft told() {
    return new SupporterDraft(
        alias,
        relation,
        circle,
        (int) angle,
        contact,
        flows(gives),
        flows(receives),
        tie,
        wouldAsk == null ? null : wouldAsk.intValue(),
        askedOn,
        accepted,
        refused);
  }

  /** What a reader sees of it, who may know its writer by this name. */
  SupporterView view(@Nullable String by) {
    return new SupporterView(supporter, number, told(), onMap, writtenAt, by, writtenAs);
  }
}
