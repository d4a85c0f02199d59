package health.trellis.audit.web;

import health.trellis.audit.AuditReviewService;
import health.trellis.audit.EventNumber;
import health.trellis.audit.ReviewFilter;
import health.trellis.audit.ReviewPage;
import health.trellis.audit.ReviewRow;
import health.trellis.kernel.Setting;
import health.trellis.kernel.Settings;
import health.trellis.proof.Proof;
import health.trellis.security.CurrentCaller;
import health.trellis.web.Speech;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The acts that a review shows, as a table or as resources of FHIR, however many they are. */
@Path("/admin")
public class AuditFileResource {
  /** Tells spreadsheets that the file is UTF-8. */
  private static final char MARK = '\uFEFF';

  private static final List<String> COLUMNS =
      List.of(
          "number",
          "at",
          "person",
          "identity",
          "role",
          "code",
          "what",
          "outcome",
          "client",
          "record",
          "id",
          "reason",
          "address",
          "request");

  @Inject private AuditReviewService reviews;
  @Inject private CurrentCaller caller;
  @Inject private Settings settings;

  /** What the address asks for, as it stands there. */
  public static class Asked {
    @QueryParam("from")
    private @Nullable String from;

    @QueryParam("until")
    private @Nullable String until;

    @QueryParam("person")
    private @Nullable String person;

    @QueryParam("client")
    private @Nullable String client;

    @QueryParam("kind")
    private @Nullable String kind;

    @QueryParam("outcome")
    private @Nullable String outcome;

    ReviewFilter filter() {
      ReviewLimits limits = new ReviewLimits();
      limits.setFrom(from);
      limits.setUntil(until);
      limits.setPerson(person);
      limits.setClient(client);
      limits.setKind(kind);
      limits.setOutcome(outcome);
      return limits.filter();
    }
  }

  /**
   * The file as a table, the latest act first; it is written while the log is read.
   *
   * @return 200 with the file; 404 where the client or person is not of the clinic
   */
  @GET
  @Path("/audit.csv")
  public Response table(@BeanParam Asked asked) {
    ReviewFilter filter = asked.filter();
    ReviewPage first = reviews.export(filter, null);
    Speech say = Speech.to(caller.get());
    String head =
        MARK + Csv.line(COLUMNS.stream().map(column -> say.say("audit.file." + column)).toList());
    return file(
        "text/csv;charset=UTF-8",
        "trellis-log.csv",
        written(filter, first, head, row -> Csv.line(cells(row, say))));
  }

  /**
   * The same as resources of FHIR, one a line.
   *
   * @return 200 with the file; 404 where the client or person is not of the clinic
   */
  @GET
  @Path("/audit.ndjson")
  public Response resources(@BeanParam Asked asked) {
    ReviewFilter filter = asked.filter();
    ReviewPage first = reviews.export(filter, null);
    FhirAuditEvent event =
        new FhirAuditEvent(settings.text(Setting.BASE_URL), settings.text(Setting.OIDC_ISSUER));
    return file(
        "application/fhir+ndjson",
        "trellis-log.ndjson",
        written(filter, first, "", row -> event.of(row) + "\n"));
  }

  /**
   * What proves that one act is in the log, as a text.
   *
   * @return 200 with the file; 404 where the review shows no such act; 409 until it is signed
   */
  @GET
  @Path("/audit-proofs/{number}")
  public Response proof(@PathParam("number") String number) {
    EventNumber act = EventNumber.of(number);
    Proof proof = reviews.prove(act).proof();
    return proof == null
        ? Response.status(Response.Status.CONFLICT).build()
        : file(
            "text/plain;charset=UTF-8",
            "trellis-proof-" + act + ".txt",
            bytes -> bytes.write(proof.text().getBytes(StandardCharsets.UTF_8)));
  }

  private static Response file(String type, String name, StreamingOutput content) {
    return Response.ok(content, type)
        .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
        .header("Cache-Control", "no-store")
        .build();
  }

  /** The head, the first piece, and every piece after it, each read when the last one is out. */
  private StreamingOutput written(
      ReviewFilter filter, ReviewPage first, String head, Function<ReviewRow, String> line) {
    return bytes -> {
      Writer writer = new OutputStreamWriter(bytes, StandardCharsets.UTF_8);
      writer.write(head);
      write(writer, first, line);
      EventNumber next = first.next();
      while (next != null) {
        ReviewPage piece = reviews.export(filter, next);
        write(writer, piece, line);
        next = piece.next();
      }
      writer.flush();
    };
  }

  private static void write(Writer writer, ReviewPage page, Function<ReviewRow, String> line)
      throws IOException {
    for (ReviewRow row : page.rows()) {
      writer.write(line.apply(row));
    }
  }

  private static List<String> cells(ReviewRow row, Speech say) {
    return Stream.of(
            row.number(),
            row.at(),
            row.name(),
            row.actor(),
            row.role(),
            row.code(),
            say.say("act." + row.code()),
            row.outcome(),
            row.clientName(),
            row.entity(),
            row.subject(),
            row.reason(),
            row.address(),
            row.request())
        .map(cell -> Objects.toString(cell, ""))
        .toList();
  }
}
