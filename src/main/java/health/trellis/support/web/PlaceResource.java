package health.trellis.support.web;

import health.trellis.kernel.ClientId;
import health.trellis.kernel.SupporterId;
import health.trellis.support.SupportService;
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

/** The small request that moves a supporter on a client's map, or takes one off. */
@Path("/therapist/clients/{client}/supporters/{supporter}/place")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class PlaceResource {
  @Inject private SupportService support;

  /**
   * Places it, on top of the version that was seen.
   *
   * @return 200 with the version to see next time; 409 with where it stands since somebody else
   */
  @PUT
  public Response place(
      @PathParam("client") String client,
      @PathParam("supporter") String supporter,
      @Nullable JsonValue body) {
    return PlacingMessages.answer(
        support.place(
            ClientId.of(client), SupporterId.of(supporter), PlacingMessages.placing(body)));
  }
}
