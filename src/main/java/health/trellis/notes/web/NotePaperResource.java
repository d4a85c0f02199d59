package health.trellis.notes.web;

import health.trellis.kernel.ClientId;
import health.trellis.kernel.NoteId;
import health.trellis.notes.NotePrintService;
import health.trellis.notes.PrintedNotes;
import health.trellis.security.CurrentCaller;
import health.trellis.web.Speech;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The sheets of the print page as one PDF. */
@Path("/therapist/clients/{client}/notes.pdf")
public class NotePaperResource {
  @Inject private NotePrintService notes;
  @Inject private CurrentCaller caller;

  /**
   * One note, or those of a range of days.
   *
   * @return 200 with the file; 303 to the print page, which says why, where there is nothing on it
   */
  @GET
  public Response print(
      @PathParam("client") String client,
      @QueryParam("note") @Nullable String note,
      @QueryParam("from") @Nullable String from,
      @QueryParam("until") @Nullable String until)
      throws IOException {
    ClientId id = ClientId.of(client);
    NoteLimits limits = new NoteLimits();
    limits.setFrom(from);
    limits.setUntil(until);
    PrintedNotes printed =
        note == null ? notes.list(id, limits.printed()) : notes.open(id, NoteId.of(note));
    if (printed.notes().isEmpty()) {
      return Response.status(Response.Status.SEE_OTHER)
          .header(
              "Location",
              "/therapist/notes/print.xhtml?client=" + id.value() + limits.encodedDays())
          .build();
    }
    return Response.ok(new NotePaper(Speech.to(caller.get())).of(printed), "application/pdf")
        .header("Content-Disposition", "attachment; filename=\"trellis-notes.pdf\"")
        .header("Cache-Control", "no-store")
        .build();
  }
}
