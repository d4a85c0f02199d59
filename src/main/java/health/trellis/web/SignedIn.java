package health.trellis.web;

import health.trellis.security.Role;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.time.Duration;
import java.util.Optional;

/**
 * Who signed in within this browser session: the identity and two clocks that nobody can set back.
 * It is the only thing of value in a session; what a person may do is asked of the database.
 */
final class SignedIn implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final String NAME = SignedIn.class.getName();

  /** The container goes by the wall clock, which may jump: it is to end no session before us. */
  private static final Duration OUTLIVES_US = Duration.ofDays(2);

  private final String sub;
  private final String idToken;
  private final boolean secondFactor;
  private final String sessionHash;
  private final String token;
  private final long since = System.nanoTime();
  private volatile long lastActive = since;
  private volatile Role role = Role.CLIENT;

  SignedIn(String sub, String idToken, boolean secondFactor, String sessionHash, String token) {
    this.sub = sub;
    this.idToken = idToken;
    this.secondFactor = secondFactor;
    this.sessionHash = sessionHash;
    this.token = token;
  }

  static Optional<SignedIn> of(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    return session == null ? Optional.empty() : in(session);
  }

  /** Who signed in within a session. */
  static Optional<SignedIn> in(HttpSession session) {
    return Optional.ofNullable((SignedIn) session.getAttribute(NAME));
  }

  void keepIn(HttpSession session) {
    session.setMaxInactiveInterval((int) OUTLIVES_US.toSeconds());
    session.setAttribute(NAME, this);
  }

  String sub() {
    return sub;
  }

  String idToken() {
    return idToken;
  }

  boolean secondFactor() {
    return secondFactor;
  }

  String sessionHash() {
    return sessionHash;
  }

  /** What REST writes must carry, from a meta tag of the page. */
  String token() {
    return token;
  }

  /** Notes a sign of life: a page, a save, a key; never a poll. */
  void touch(Role acting) {
    role = acting;
    lastActive = System.nanoTime();
  }

  /** The role of the last page. */
  Role role() {
    return role;
  }

  Duration idle() {
    return Duration.ofNanos(System.nanoTime() - lastActive);
  }

  Duration age() {
    return Duration.ofNanos(System.nanoTime() - since);
  }
}
