package health.trellis.web;

import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.id.State;
import health.trellis.kernel.TimeOrderedUuid;
import health.trellis.security.Confirmation;
import health.trellis.security.Role;
import health.trellis.security.Roles;
import health.trellis.security.SignInLog;
import health.trellis.security.Visit;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Finishes a sign-in: checks that this browser began it, exchanges the code, gives the session a
 * new id, and shows the page that was asked for.
 */
@WebServlet("/sign-in/callback")
public class SignInCallbackServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final Logger LOG = Logger.getLogger(SignInCallbackServlet.class.getName());

  @Inject private transient Oidc oidc;
  @Inject private transient SignInLog log;
  @Inject private transient Roles roles;
  @Inject private transient Limits limits;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    HttpSession session = request.getSession(false);
    String state = request.getParameter("state");
    String code = request.getParameter("code");
    Optional<PendingSignIn> pending =
        session == null || state == null ? Optional.empty() : PendingSignIn.take(session, state);
    if (pending.isEmpty() || session == null || code == null) {
      // Not begun here, used up, or given up at the provider: nothing is opened; one may begin
      // again.
      response.sendRedirect("/signed-out.xhtml?unfinished=true");
      return;
    }
    try {
      Oidc.Identity identity = oidc.finish(pending.get(), new AuthorizationCode(code));
      if (confirms(pending.get(), identity, request)) {
        log.signedIn(visit(identity.sub(), hash(session.getId()), pending.get(), request));
        response.sendRedirect(pending.get().to());
        return;
      }
      HttpSession own = sessionOf(identity.sub(), request, session);
      SignedIn signedIn =
          new SignedIn(
              identity.sub(),
              identity.idToken(),
              identity.secondFactor(),
              hash(own.getId()),
              new State(32).getValue());
      signedIn.keepIn(own);
      log.signedIn(visit(identity.sub(), signedIn.sessionHash(), pending.get(), request));
      response.sendRedirect(pending.get().to());
    } catch (SignInFailed failed) {
      LOG.log(Level.WARNING, "sign-in failed", failed);
      log.signInFailed(visit("anonymous", "", pending.get(), request));
      response.sendRedirect("/signed-out.xhtml?unfinished=true");
    }
  }

  /**
   * The session of this person: the one at hand where the same person still is signed in, under a
   * new id; else a fresh one, so that nothing of who was here before is left in it.
   */
  private HttpSession sessionOf(String sub, HttpServletRequest request, HttpSession atHand) {
    boolean goesOn =
        SignedIn.of(request)
            .filter(before -> before.sub().equals(sub))
            .filter(before -> !limits.left(before, before.role()).isNegative())
            .isPresent();
    if (goesOn) {
      request.changeSessionId();
      return atHand;
    }
    Map<String, PendingSignIn> begun = PendingSignIn.all(atHand);
    atHand.invalidate();
    HttpSession fresh = request.getSession(true);
    PendingSignIn.keep(begun, fresh);
    return fresh;
  }

  /** Keeps the proof, where the person who is signed in here was asked for the password again. */
  private static boolean confirms(
      PendingSignIn pending, Oidc.Identity identity, HttpServletRequest request) {
    Asked asked = pending.asked();
    Instant at = identity.askedAt();
    if (asked == null
        || at == null
        || SignedIn.of(request).filter(now -> now.sub().equals(identity.sub())).isEmpty()) {
      return false;
    }
    Confirmations.keep(
        new Confirmation(identity.sub(), at, asked.record(), asked.version()),
        request.getSession());
    return true;
  }

  /** The role that the audit log names: the page's where it is held, else the first that is. */
  private Role role(String sub, PendingSignIn pending) {
    Set<Role> held = roles.of(sub);
    Role asked = ReturnAddress.role(pending.to());
    return held.isEmpty() || held.contains(asked) ? asked : held.iterator().next();
  }

  private Visit visit(
      String sub, String sessionHash, PendingSignIn pending, HttpServletRequest request) {
    return new Visit(
        sub, role(sub, pending), sessionHash, request.getRemoteAddr(), TimeOrderedUuid.next());
  }

  private static String hash(String sessionId) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(sessionId.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 16);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
