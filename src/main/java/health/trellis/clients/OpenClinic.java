package health.trellis.clients;

import health.trellis.kernel.ClinicId;
import health.trellis.kernel.PersonId;

/** The key to a clinic's administrative columns and aggregates, and to no clinical text. */
public final class OpenClinic {
  private final ClinicId id;
  private final PersonId administrator;

  OpenClinic(ClinicId id, PersonId administrator) {
    this.id = id;
    this.administrator = administrator;
  }

  /** The clinic. */
  public ClinicId id() {
    return id;
  }

  /** Who opened it. */
  public PersonId administrator() {
    return administrator;
  }
}
