package health.trellis.web;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;

/** The sign of life a page sends when somebody typed or clicked since the last one. */
@Path("/session")
@Produces(MediaType.APPLICATION_JSON)
public class SessionResource {
  @Context private HttpServletRequest request;
  @Inject private Limits limits;

  /**
   * Says how many seconds the session lasts from now. The filter before this noted the activity.
   */
  @POST
  @Path("/alive")
  public Map<String, Long> alive() {
    return Map.of(
        "left",
        SignedIn.of(request)
            .map(signedIn -> limits.left(signedIn, signedIn.role()).toSeconds())
            .orElse(0L));
  }
}
