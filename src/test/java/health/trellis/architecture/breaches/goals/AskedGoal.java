package health.trellis.architecture.breaches.goals;

import health.trellis.architecture.Breaks;
import health.trellis.architecture.Rule;
import jakarta.servlet.http.HttpServletRequest;

/** A feature that reads the request. */
@Breaks(Rule.HTTP_AT_THE_DOOR_ONLY)
final class AskedGoal {
  String asked(HttpServletRequest request) {
    return request.getMethod();
  }
}
