package health.trellis.web;

import health.trellis.kernel.Identifier;
import health.trellis.security.Confirmation;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The proof, kept in the session, that a person gave the password again for one act. There is one
 * at a time, and it is used once.
 */
@RequestScoped
public class Confirmations {
  private static final String NAME = Confirmation.class.getName();

  @Inject private HttpServletRequest request;

  /** The address that asks for the password again and comes back to a page. */
  public String address(String page, Identifier record, long version) {
    return "/sign-in?to="
        + URLEncoder.encode(page, StandardCharsets.UTF_8)
        + "&confirm="
        + record
        + "&version="
        + version;
  }

  /** The proof that stands for acting on this record in this version, left where it is. */
  public Optional<Confirmation> find(Identifier record, long version) {
    HttpSession session = request.getSession(false);
    return session == null
        ? Optional.empty()
        : Optional.ofNullable((Confirmation) session.getAttribute(NAME))
            .filter(kept -> kept.record().equals(record.value()) && kept.version() == version);
  }

  /** The same, taken out, so that it serves one act. */
  public Optional<Confirmation> take(Identifier record, long version) {
    HttpSession session = request.getSession();
    synchronized (session.getId().intern()) {
      Optional<Confirmation> found = find(record, version);
      session.removeAttribute(NAME);
      return found;
    }
  }

  static void keep(Confirmation confirmation, HttpSession session) {
    session.setAttribute(NAME, confirmation);
  }
}
