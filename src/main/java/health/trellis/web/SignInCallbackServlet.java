package health.trellis.web;

import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.id.State;
import health.trellis.kernel.Setting;
import health.trellis.kernel.Settings;
import health.trellis.kernel.TimeOrderedUuid;
import health.trellis.security.Confirmation;
import health.trellis.security.Role;
import health.trellis.security.Roles;
import health.trellis.security.SignInBegun;
import health.trellis.security.SignInLog;
import health.trellis.security.SignIns;
import health.trellis.security.Visit;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.net.URLEncoder;
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
  @Inject private transient SignIns signIns;
  @Inject private transient Settings settings;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    HttpSession session = request.getSession(false);
    String state = request.getParameter("state");
    String code = request.getParameter("code");
    Optional<PendingSignIn> pending =
        session == null || state == null ? Optional.empty() : PendingSignIn.take(session, state);
    if (pending.isEmpty() || session == null || code == null) {
      // Not begun here, used up, or given up at the provider: nothing is opened, and one may begin
      // again. Where another tab finished meanwhile, its session is there by the next request.
      response.sendRedirect("/?" + HomeServlet.UNFINISHED);
      return;
    }
    try {
      Oidc.Identity identity = oidc.finish(pending.get(), new AuthorizationCode(code));
      if (lacksFactor(identity)) {
        log.signInFailed(
            visit(identity.sub(), "", pending.get(), request), "without a second factor");
        response.sendRedirect("/second-factor.xhtml");
        return;
      }
      Optional<SignedIn> confirmed = confirmed(pending.get(), identity, request);
      SignedIn signedIn = confirmed.orElseGet(() -> signedIn(identity));
      Visit visit = visit(identity.sub(), signedIn.sessionHash(), pending.get(), request);
      if (confirmed.isEmpty() && !signIns.begin(begun(visit, identity, request))) {
        response.sendRedirect(
            "/sign-in?%s&to=%s"
                .formatted(
                    SignInServlet.ANEW,
                    URLEncoder.encode(pending.get().to(), StandardCharsets.UTF_8)));
        return;
      }
      log.signedIn(visit);
      if (confirmed.isEmpty()) {
        SignedIn.of(request).ifPresent(before -> signIns.end(before.sessionHash(), true));
        // Last, so that the other tabs of this browser are told of the new session at once.
        signedIn.keepIn(sessionOf(identity.sub(), request, session));
      }
      response.sendRedirect(pending.get().to());
    } catch (SignInFailed failed) {
      LOG.log(Level.WARNING, "sign-in failed", failed);
      log.signInFailed(visit("anonymous", "", pending.get(), request), "refused");
      response.sendRedirect("/?" + HomeServlet.UNFINISHED);
    }
  }

  /** Whether staff need a second factor, and this is one of them who used none. */
  private boolean lacksFactor(Oidc.Identity identity) {
    return !identity.secondFactor()
        && settings.flag(Setting.SECOND_FACTOR)
        && roles.of(identity.sub()).stream().anyMatch(role -> role != Role.CLIENT);
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
    Map<String, PendingSignIn> begun = Map.of();
    try {
      begun = PendingSignIn.all(atHand);
      atHand.invalidate();
    } catch (IllegalStateException endedByAnotherTab) {
      LOG.log(Level.FINE, "two tabs signed in at the same moment", endedByAnotherTab);
    }
    HttpSession fresh = request.getSession(true);
    PendingSignIn.keep(begun, fresh);
    return fresh;
  }

  private static SignInBegun begun(
      Visit visit, Oidc.Identity identity, HttpServletRequest request) {
    return new SignInBegun(
        visit,
        identity.session(),
        identity.askedAt(),
        DeviceName.of(request.getHeader("User-Agent")));
  }

  private static SignedIn signedIn(Oidc.Identity identity) {
    String token = new State(32).getValue();
    return new SignedIn(
        identity.sub(), identity.idToken(), identity.secondFactor(), hash(token), token);
  }

  /**
   * Who is signed in here, where that person was asked for the password again; the proof is kept.
   */
  private static Optional<SignedIn> confirmed(
      PendingSignIn pending, Oidc.Identity identity, HttpServletRequest request) {
    Asked asked = pending.asked();
    Instant at = identity.askedAt();
    Optional<SignedIn> now =
        SignedIn.of(request).filter(person -> person.sub().equals(identity.sub()));
    if (asked == null || at == null || now.isEmpty()) {
      return Optional.empty();
    }
    Confirmations.keep(
        new Confirmation(identity.sub(), at, asked.record(), asked.version()),
        request.getSession());
    return now;
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

  private static String hash(String token) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 16);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
