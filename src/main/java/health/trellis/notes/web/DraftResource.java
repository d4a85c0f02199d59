package health.trellis.notes.web;

import health.trellis.kernel.ClientId;
import health.trellis.kernel.NoteId;
import health.trellis.notes.NoteService;
import jakarta.inject.Inject;
import jakarta.json.JsonValue;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** The small request that saves a draft while it is written. */
@Path("/therapist/clients/{client}/notes/{note}/draft")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class DraftResource {
  @Inject private NoteService notes;

  /**
   * Saves the whole text, on top of the version that the writer had seen.
   *
   * @return 200 with the version to see next time; 409 with what somebody else saved in between
   */
  @PUT
  public Response save(
      @PathParam("client") String client,
      @PathParam("note") String note,
      @Nullable JsonValue body) {
    return DraftMessages.answer(
        notes.save(ClientId.of(client), NoteId.of(note), DraftMessages.change(body)));
  }
}
