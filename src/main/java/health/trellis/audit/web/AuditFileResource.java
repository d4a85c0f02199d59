package health.trellis.audit.web;

import health.trellis.audit.AuditReviewService;
import health.trellis.audit.EventNumber;
import health.trellis.audit.ReviewFilter;
import health.trellis.audit.ReviewPage;
import health.trellis.audit.ReviewRow;
import health.trellis.security.CurrentCaller;
import health.trellis.web.Speech;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The acts that a review shows as a file, however many they are. */
@Path("/admin/audit.csv")
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
   * The file, the latest act first; it is written while the log is read.
   *
   * @return 200 with the file; 404 where the client or person is not of the clinic
   */
  @GET
  public Response export(@BeanParam Asked asked) {
    ReviewFilter filter = asked.filter();
    ReviewPage first = reviews.export(filter, null);
    Speech say = Speech.to(caller.get());
    StreamingOutput file =
        bytes -> {
          Writer writer = new OutputStreamWriter(bytes, StandardCharsets.UTF_8);
          writer.write(MARK);
          writer.write(
              Csv.line(COLUMNS.stream().map(column -> say.say("audit.file." + column)).toList()));
          write(writer, first, say);
          EventNumber next = first.next();
          while (next != null) {
            ReviewPage piece = reviews.export(filter, next);
            write(writer, piece, say);
            next = piece.next();
          }
          writer.flush();
        };
    return Response.ok(file, "text/csv;charset=UTF-8")
        .header("Content-Disposition", "attachment; filename=\"trellis-log.csv\"")
        .header("Cache-Control", "no-store")
        .build();
  }

  private static void write(Writer writer, ReviewPage page, Speech say) throws IOException {
    for (ReviewRow row : page.rows()) {
      writer.write(Csv.line(cells(row, say)));
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
