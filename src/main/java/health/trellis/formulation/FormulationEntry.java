package health.trellis.formulation;

import health.trellis.kernel.BeliefId;
import health.trellis.kernel.ClientId;
import health.trellis.kernel.ClinicId;
import health.trellis.kernel.FormulationEntryId;
import health.trellis.kernel.FormulationId;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** One entry of one version of a formulation. It never changes. */
@Entity
@Immutable
@Table(name = "formulation_entry")
class FormulationEntry {
  @EmbeddedId
  @AttributeOverride(name = "value", column = @Column(name = "id"))
  private FormulationEntryId id;

  @Embedded
  @AttributeOverride(name = "value", column = @Column(name = "clinic_id"))
  private ClinicId clinic;

  @Embedded
  @AttributeOverride(name = "value", column = @Column(name = "client_id"))
  private ClientId client;

  @Embedded
  @AttributeOverride(name = "value", column = @Column(name = "formulation_id"))
  private FormulationId version;

  private UUID line;

  @Enumerated(EnumType.STRING)
  private FormulationPart part;

  private short place;
  private String words;
  private @Nullable Short age;

  @Embedded
  @AttributeOverride(name = "value", column = @Column(name = "belief_id"))
  private @Nullable BeliefId belief;

  /** For Hibernate. */
  @SuppressWarnings("NullAway.Init")
  protected FormulationEntry() {}

  /**
   * An entry of a version.
   *
   * @param place in its part, from 1
   */
  static FormulationEntry of(Formulation version, EntryDraft draft, int place) {
    FormulationEntry entry = new FormulationEntry();
    entry.id = FormulationEntryId.next();
    entry.clinic = version.clinic();
    entry.client = version.client();
    entry.version = version.id();
    entry.line = draft.line();
    entry.part = draft.part();
    entry.place = (short) place;
    entry.words = draft.words();
    entry.age = draft.age() == null ? null : draft.age().shortValue();
    entry.belief = draft.belief();
    return entry;
  }

  FormulationEntryId id() {
    return id;
  }

  FormulationId version() {
    return version;
  }

  @Nullable BeliefId belief() {
    return belief;
  }

  /** As one reads it, with the belief that it leads to. */
  EntryView view(@Nullable LinkedBelief linked) {
    return new EntryView(line, part, words, age == null ? null : age.intValue(), linked);
  }
}
