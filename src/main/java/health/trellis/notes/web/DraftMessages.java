package health.trellis.notes.web;

import health.trellis.kernel.Identifier;
import health.trellis.kernel.InvalidException;
import health.trellis.kernel.JsonParts;
import health.trellis.notes.DraftChange;
import health.trellis.notes.NoteText;
import health.trellis.notes.SavedDraft;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.ws.rs.core.Response;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a page that saves while one writes sends, and what it is answered. */
final class DraftMessages {
  private DraftMessages() {}

  /** 200 with the version to see next time; 409 with what was saved elsewhere in between. */
  static Response answer(SavedDraft saved) {
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

  /** The save that was sent. */
  static DraftChange change(@Nullable JsonValue sent) {
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
