package health.trellis.inventory.web;

import health.trellis.inventory.AnswerChange;
import health.trellis.inventory.AnsweringService;
import health.trellis.inventory.ItemCode;
import health.trellis.inventory.SavedAnswer;
import health.trellis.inventory.Submission;
import health.trellis.kernel.AssignmentId;
import health.trellis.kernel.Identifier;
import health.trellis.kernel.InvalidException;
import health.trellis.kernel.JsonParts;
import jakarta.inject.Inject;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The small requests of the page that asks: one saves one answer, one sends them all. */
@Path("/portal/assignments/{assignment}")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class AnswerResource {
  @Inject private AnsweringService answering;

  /** Saves one answer, and says what is stored now. */
  @PUT
  @Path("/answers/{item}")
  public JsonObject answer(
      @PathParam("assignment") String assignment,
      @PathParam("item") String item,
      @Nullable JsonValue body) {
    SavedAnswer saved = answering.answer(AssignmentId.of(assignment), item(item), change(body));
    JsonObjectBuilder answer = JsonParts.object().add("item", saved.item().value());
    if (saved.value() == null) {
      answer.addNull("value");
    } else {
      answer.add("value", saved.value());
    }
    return answer
        .add("declined", saved.declined())
        .add("savedAt", saved.savedAt().truncatedTo(ChronoUnit.SECONDS).toString())
        .add("answered", saved.answered())
        .add("of", saved.of())
        .build();
  }

  /** Sends the answers, and says which page is next, or which required items are blank. */
  @POST
  @Path("/submit")
  public Response submit(@PathParam("assignment") String assignment) {
    Submission submission = answering.submit(AssignmentId.of(assignment));
    if (submission.sent()) {
      return Response.ok(
              JsonParts.object()
                  .add(
                      "next",
                      "/portal/inventory/thanks.xhtml?assignment=" + submission.assignment())
                  .build())
          .build();
    }
    return Response.status(422)
        .entity(
            JsonParts.object()
                .add(
                    "missing",
                    JsonParts.array(submission.missing().stream().map(ItemCode::value).toList()))
                .build())
        .build();
  }

  private static ItemCode item(String text) {
    try {
      return new ItemCode(text);
    } catch (IllegalArgumentException malformed) {
      throw new InvalidException("item", "answer.wrong");
    }
  }

  private static AnswerChange change(@Nullable JsonValue sent) {
    if (!(sent instanceof JsonObject body)) {
      throw new InvalidException("body", "answer.wrong");
    }
    JsonValue value = body.getOrDefault("value", JsonValue.NULL);
    boolean declined = body.getBoolean("declined", false);
    if (value.equals(JsonValue.NULL)) {
      return new AnswerChange(key(body), null, declined);
    }
    if (declined || !(value instanceof JsonNumber number) || !number.isIntegral()) {
      throw new InvalidException("value", "answer.wrong");
    }
    try {
      return new AnswerChange(key(body), number.intValueExact(), false);
    } catch (ArithmeticException tooLarge) {
      throw new InvalidException("value", "answer.wrong");
    }
  }

  private static UUID key(JsonObject body) {
    return Identifier.parse(body.getString("key", null));
  }
}
