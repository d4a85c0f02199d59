package health.trellis.beliefs;

import health.trellis.clients.OpenClient;
import health.trellis.kernel.AssignmentId;
import health.trellis.kernel.BeliefId;
import health.trellis.kernel.ClientId;
import health.trellis.kernel.ClinicId;
import health.trellis.kernel.EvidenceId;
import health.trellis.kernel.ExperimentId;
import health.trellis.kernel.NoteId;
import health.trellis.kernel.PersonId;
import health.trellis.kernel.RequestKey;
import health.trellis.security.Caller;
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
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** Something that speaks for or against a belief, dated and with its source. It never changes. */
@Entity
@Immutable
@Table(name = "evidence")
class Evidence {
  @EmbeddedId
  @AttributeOverride(name = "value", column = @Column(name = "id"))
  private EvidenceId id;

  @Embedded
  @AttributeOverride(name = "value", column = @Column(name = "clinic_id"))
  private ClinicId clinic;

  @Embedded
  @AttributeOverride(name = "value", column = @Column(name = "client_id"))
  private ClientId client;

  @Embedded
  @AttributeOverride(name = "value", column = @Column(name = "belief_id"))
  private BeliefId belief;

  @Enumerated(EnumType.STRING)
  private EvidenceSide side;

  private String words;

  @Column(name = "happened_on")
  private LocalDate happenedOn;

  @Enumerated(EnumType.STRING)
  private EvidenceSource.Kind source;

  @Embedded
  @AttributeOverride(name = "value", column = @Column(name = "note_id"))
  private @Nullable NoteId note;

  @Embedded
  @AttributeOverride(name = "value", column = @Column(name = "assignment_id"))
  private @Nullable AssignmentId assignment;

  private @Nullable String item;

  @Embedded
  @AttributeOverride(name = "value", column = @Column(name = "experiment_id"))
  private @Nullable ExperimentId experiment;

  @Column(name = "source_words")
  private @Nullable String sourceWords;

  @Embedded
  @AttributeOverride(name = "value", column = @Column(name = "added_by"))
  private PersonId addedBy;

  @Column(name = "added_at")
  private Instant addedAt;

  @Embedded
  @AttributeOverride(name = "value", column = @Column(name = "request_key"))
  private RequestKey requestKey;

  /** For Hibernate. */
  @SuppressWarnings("NullAway.Init")
  protected Evidence() {}

  /** What the caller adds to a belief. */
  static Evidence of(
      Belief belief,
      OpenClient client,
      Caller caller,
      EvidenceDraft draft,
      RequestKey key,
      Instant now) {
    EvidenceSource from = draft.source();
    Evidence evidence = new Evidence();
    evidence.id = EvidenceId.next();
    evidence.clinic = caller.clinic();
    evidence.client = client.id();
    evidence.belief = belief.id();
    evidence.side = draft.side();
    evidence.words = draft.words();
    evidence.happenedOn = draft.happenedOn();
    evidence.source = from.kind();
    evidence.note = from.note();
    evidence.assignment = from.assignment();
    evidence.item = from.item();
    evidence.experiment = from.experiment();
    evidence.sourceWords = from.words();
    evidence.addedBy = caller.person();
    evidence.addedAt = now;
    evidence.requestKey = key;
    return evidence;
  }

  PersonId addedBy() {
    return addedBy;
  }

  EvidenceView view(String by) {
    return new EvidenceView(
        id,
        side,
        words,
        happenedOn,
        new EvidenceSource(source, note, assignment, item, experiment, sourceWords),
        by,
        addedAt);
  }
}
