package health.trellis.clients;

import health.trellis.kernel.CaseloadEntryId;
import health.trellis.kernel.ClientId;
import health.trellis.kernel.PersonId;
import java.time.Instant;
import java.util.List;

/** One client as an administrator sees one: the name, and who treats the client since when. */
public record ClientView(ClientId id, String name, List<Treating> treating) {
  /** A therapist who treats the client now. */
  public record Treating(CaseloadEntryId entry, PersonId therapist, String name, Instant since) {}
}
