package health.trellis.web;

import health.trellis.kernel.Identifier;
import health.trellis.kernel.NotFoundException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.util.Optional;
import java.util.UUID;

/** For which record, in which version, a person is asked for the password again. */
record Asked(UUID record, long version) implements Serializable {
  /** What an address asks for; empty where it asks for an ordinary sign-in. */
  static Optional<Asked> in(HttpServletRequest request) {
    String record = request.getParameter("confirm");
    String version = request.getParameter("version");
    if (record == null || version == null || !version.matches("[0-9]{1,18}")) {
      return Optional.empty();
    }
    try {
      return Optional.of(new Asked(Identifier.parse(record), Long.parseLong(version)));
    } catch (NotFoundException malformed) {
      return Optional.empty();
    }
  }
}
