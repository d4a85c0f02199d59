package health.trellis.notes;

import health.trellis.clients.OpenCaseload;
import health.trellis.kernel.ClientId;
import health.trellis.kernel.NoteId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What trainees signed and their supervisor has not seen to yet. It names clients and reads no
 * note.
 */
@ApplicationScoped
public class CosignQueue {
  @PersistenceContext private EntityManager database;

  /** The notes that wait for whose caseload this is, the oldest first, up to so many. */
  @SuppressWarnings("unchecked")
  public List<WaitingNote> list(OpenCaseload own, int most) {
    List<Tuple> rows =
        database
            .createNativeQuery(
                "select note_id, client_id, client, author, starts_at, signed_at"
                    + " from notes_to_cosign(:most)",
                Tuple.class)
            .setParameter("most", most)
            .getResultList();
    return rows.stream()
        .map(
            row ->
                new WaitingNote(
                    new NoteId(row.get("note_id", UUID.class)),
                    new ClientId(row.get("client_id", UUID.class)),
                    row.get("client", String.class),
                    row.get("author", String.class),
                    row.get("starts_at", Instant.class),
                    row.get("signed_at", Instant.class)))
        .toList();
  }
}
