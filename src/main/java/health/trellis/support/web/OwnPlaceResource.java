package health.trellis.support.web;

import health.trellis.kernel.SupporterId;
import health.trellis.support.OwnSupportService;
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

/** The small request that moves a supporter on the own map, or takes one off. */
@Path("/portal/supporters/{supporter}/place")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class OwnPlaceResource {
  @Inject private OwnSupportService support;

  /**
   * Places it, on top of the version that was seen.
   *
   * @return 200 with the version to see next time; 409 with where it stands since somebody else
   */
  @PUT
  public Response place(@PathParam("supporter") String supporter, @Nullable JsonValue body) {
    return PlacingMessages.answer(
        support.place(SupporterId.of(supporter), PlacingMessages.placing(body)));
  }
}
