package health.trellis.beliefs;

import health.trellis.clients.OpenClient;
import health.trellis.kernel.BeliefId;
import health.trellis.kernel.ClientId;
import health.trellis.kernel.ClinicId;
import health.trellis.kernel.ConvictionId;
import health.trellis.kernel.ExperimentId;
import health.trellis.kernel.PersonId;
import health.trellis.kernel.RequestKey;
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
import java.util.Map;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/**
 * How true a belief and its alternative felt at one time, as somebody rated it. It never changes.
 */
@Entity
@Immutable
@Table(name = "conviction")
class Conviction {
  @EmbeddedId
  @AttributeOverride(name = "value", column = @Column(name = "id"))
  private ConvictionId id;

  @Embedded
  @AttributeOverride(name = "value", column = @Column(name = "clinic_id"))
  private ClinicId clinic;

  @Embedded
  @AttributeOverride(name = "value", column = @Column(name = "client_id"))
  private ClientId client;

  @Embedded
  @AttributeOverride(name = "value", column = @Column(name = "belief_id"))
  private BeliefId belief;

  @Embedded
  @AttributeOverride(name = "value", column = @Column(name = "rated_by"))
  private PersonId ratedBy;

  @Enumerated(EnumType.STRING)
  @Column(name = "rated_as")
  private Role ratedAs;

  @Column(name = "rated_at")
  private Instant ratedAt;

  private short conviction;
  private @Nullable Short alternative;
  private @Nullable String remark;

  @Embedded
  @AttributeOverride(name = "value", column = @Column(name = "experiment_id"))
  private @Nullable ExperimentId experiment;

  @Enumerated(EnumType.STRING)
  private @Nullable Moment moment;

  @Embedded
  @AttributeOverride(name = "value", column = @Column(name = "request_key"))
  private RequestKey requestKey;

  /** For Hibernate. */
  @SuppressWarnings("NullAway.Init")
  protected Conviction() {}

  /** The caller's rating of a belief. */
  static Conviction of(
      Belief belief,
      OpenClient client,
      Caller caller,
      ConvictionDraft draft,
      RequestKey key,
      Instant now) {
    Integer alternativeNow = draft.alternative();
    if (alternativeNow != null) {
      belief.requireAlternative();
    }
    return of(belief.id(), client, caller, draft, key, now);
  }

  /** The caller's rating of a belief of which no more is known than that it may be rated so. */
  static Conviction of(
      BeliefId belief,
      OpenClient client,
      Caller caller,
      ConvictionDraft draft,
      RequestKey key,
      Instant now) {
    Integer alternativeNow = draft.alternative();
    Conviction rating = new Conviction();
    rating.id = ConvictionId.next();
    rating.clinic = caller.clinic();
    rating.client = client.id();
    rating.belief = belief;
    rating.ratedBy = caller.person();
    rating.ratedAs = caller.role();
    rating.ratedAt = now;
    rating.conviction = (short) draft.conviction();
    rating.alternative = alternativeNow == null ? null : alternativeNow.shortValue();
    rating.remark = draft.remark();
    rating.requestKey = key;
    return rating;
  }

  /** This rating as the one before or after an experiment. */
  Conviction at(Moment when, ExperimentId of) {
    moment = when;
    experiment = of;
    return this;
  }

  ConvictionId id() {
    return id;
  }

  @Nullable ExperimentId experiment() {
    return experiment;
  }

  BeliefId belief() {
    return belief;
  }

  /** What the one is called who rated it; a client's name is the record's. */
  String by(OpenClient client, Map<PersonId, String> staff) {
    return ratedAs == Role.CLIENT ? client.name() : staff.getOrDefault(ratedBy, "");
  }

  PersonId ratedBy() {
    return ratedBy;
  }

  ConvictionView view(String by) {
    return new ConvictionView(
        ratedAt,
        by,
        ratedAs,
        conviction,
        alternative == null ? null : alternative.intValue(),
        remark,
        moment);
  }
}
