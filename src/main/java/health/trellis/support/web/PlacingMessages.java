package health.trellis.support.web;

import health.trellis.kernel.InvalidException;
import health.trellis.kernel.JsonParts;
import health.trellis.kernel.RequestKey;
import health.trellis.support.Placed;
import health.trellis.support.Placing;
import health.trellis.support.Spot;
import health.trellis.support.SupporterView;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** How a placing is sent and answered. */
final class PlacingMessages {
  private PlacingMessages() {}

  /** What was sent: a version and a spot, or {@code "off": true}. */
  static Placing placing(@Nullable JsonValue sent) {
    if (!(sent instanceof JsonObject body)) {
      throw new InvalidException("body", "supporter.placing.wrong");
    }
    RequestKey key =
        RequestKey.of(body.get("key") instanceof JsonString text ? text.getString() : null);
    int version = number(body, "version", "supporter.placing.wrong");
    if (JsonValue.TRUE.equals(body.get("off"))) {
      return new Placing(key, version, null);
    }
    return new Placing(
        key,
        version,
        new Spot(
            number(body, "circle", "supporter.circle.wrong"),
            number(body, "angle", "supporter.angle.wrong")));
  }

  private static int number(JsonObject body, String name, String code) {
    if (!(body.get(name) instanceof JsonNumber number)
        || !number.isIntegral()
        || number.bigIntegerValue().bitLength() >= Integer.SIZE) {
      throw new InvalidException(name, code);
    }
    return number.intValue();
  }

  /** 200 with how the supporter stands; 409 where somebody else changed it in between. */
  static Response answer(Placed placed) {
    SupporterView now = placed.supporter();
    return Response.status(placed.done() ? Response.Status.OK : Response.Status.CONFLICT)
        .entity(
            JsonParts.object()
                .add("version", now.version())
                .add("circle", now.told().circle())
                .add("angle", now.told().spot().angle())
                .add("onMap", now.onMap())
                .build())
        .build();
  }
}
