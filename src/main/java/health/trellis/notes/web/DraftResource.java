package health.trellis.notes.web;

import health.trellis.kernel.ClientId;
import health.trellis.kernel.Identifier;
import health.trellis.kernel.InvalidException;
import health.trellis.kernel.JsonParts;
import health.trellis.kernel.NoteId;
import health.trellis.notes.DraftChange;
import health.trellis.notes.NoteService;
import health.trellis.notes.NoteText;
import health.trellis.notes.SavedDraft;
import jakarta.inject.Inject;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
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
    SavedDraft saved = notes.save(ClientId.of(client), NoteId.of(note), change(body));
    JsonObjectBuilder answer =
        JsonParts.object()
            .add("version", saved.version())
            .add("savedAt", saved.savedAt().truncatedTo(ChronoUnit.SECONDS).toString());
    NoteText theirs = saved.theirs();
    if (theirs == null) {
      return Response.ok(answer.build()).build();
    }
    JsonObjectBuilder sections = JsonParts.object();
    theirs.sections().forEach(sections::add);
    answer.add("sections", sections);
    answer.add("by", saved.by() == null ? "" : saved.by());
    return Response.status(Response.Status.CONFLICT).entity(answer.build()).build();
  }

  private static DraftChange change(@Nullable JsonValue sent) {
    if (!(sent instanceof JsonObject body)
        || !(body.get("version") instanceof JsonNumber seen)
        || !(body.get("sections") instanceof JsonObject sections)) {
      throw new InvalidException("body", "note.section.wrong");
    }
    Map<String, String> texts = new HashMap<>();
    for (Map.Entry<String, JsonValue> section : sections.entrySet()) {
      if (!(section.getValue() instanceof JsonString text)) {
        throw new InvalidException(section.getKey(), "note.section.wrong");
      }
      texts.put(section.getKey(), text.getString());
    }
    return new DraftChange(
        Identifier.parse(body.getString("key", null)), seen.longValue(), new NoteText(texts));
  }
}
