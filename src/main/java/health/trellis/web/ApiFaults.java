package health.trellis.web;

import health.trellis.kernel.ConflictException;
import health.trellis.kernel.InvalidException;
import health.trellis.kernel.NotFoundException;
import jakarta.json.JsonException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * What a failed small request is answered: 400 for what is no JSON, 404 for what is not there or
 * not the caller's, 409 for what moved on, 422 for what does not fit, and 503, "try again", with
 * the number of the incident, for the rest.
 */
@Provider
public class ApiFaults implements ExceptionMapper<Exception> {
  private static final Logger LOG = Logger.getLogger(ApiFaults.class.getName());

  @Override
  public Response toResponse(Exception fault) {
    if (FaultHandler.find(fault, NotFoundException.class) != null) {
      return Response.status(Response.Status.NOT_FOUND).build();
    }
    if (FaultHandler.find(fault, ConflictException.class) instanceof ConflictException conflict) {
      String code = conflict.code();
      return json(409, Map.of("state", code.substring(code.lastIndexOf('.') + 1)));
    }
    if (FaultHandler.find(fault, InvalidException.class) instanceof InvalidException invalid) {
      return json(422, Map.of("field", invalid.field(), "message", invalid.code()));
    }
    if (FaultHandler.find(fault, JsonException.class) != null) {
      return Response.status(Response.Status.BAD_REQUEST).build();
    }
    if (fault instanceof WebApplicationException refused
        && refused.getResponse().getStatus() < 500) {
      return Response.status(refused.getResponse().getStatus()).build();
    }
    String incident = Incident.next();
    LOG.log(Level.SEVERE, fault, () -> "incident " + incident + " status 503");
    return Response.status(Response.Status.SERVICE_UNAVAILABLE)
        .header("Retry-After", "2")
        .header(Incident.HEADER, incident)
        .build();
  }

  private static Response json(int status, Map<String, String> body) {
    return Response.status(status).type(MediaType.APPLICATION_JSON).entity(body).build();
  }
}
