package health.trellis.clients;

import health.trellis.kernel.PersonId;

/**
 * The key to the list of one therapist's clients: the caller's own, or a supervisee's. It opens
 * lists and search, and no record.
 */
public final class OpenCaseload {
  private final PersonId therapist;

  OpenCaseload(PersonId therapist) {
    this.therapist = therapist;
  }

  /** Whose clients these are. */
  public PersonId therapist() {
    return therapist;
  }
}
