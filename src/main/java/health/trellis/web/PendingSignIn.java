package health.trellis.web;

import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.Nonce;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A sign-in that was begun and not finished: its secrets, the page it was begun for, and what is to
 * be confirmed by it or set up on the way where one was signed in already. A session holds several,
 * one for each tab, and each can be finished once.
 */
record PendingSignIn(
    State state,
    Nonce nonce,
    CodeVerifier verifier,
    String to,
    @Nullable Asked asked,
    @Nullable Credential credential)
    implements Serializable {
  private static final String NAME = PendingSignIn.class.getName();
  private static final int MOST = 8;

  /** A new one, with 256 bits of randomness in each of its secrets. */
  static PendingSignIn to(String page, @Nullable Asked asked, @Nullable Credential credential) {
    return new PendingSignIn(
        new State(32), new Nonce(32), new CodeVerifier(), page, asked, credential);
  }

  /** Keeps this one in the session; of more than a few the oldest is forgotten. */
  void keepIn(HttpSession session) {
    synchronized (session.getId().intern()) {
      Map<String, PendingSignIn> all = new LinkedHashMap<>(all(session));
      all.put(state.getValue(), this);
      while (all.size() > MOST) {
        all.remove(all.keySet().iterator().next());
      }
      session.setAttribute(NAME, all);
    }
  }

  /** Takes the one with this state out of the session. */
  static Optional<PendingSignIn> take(HttpSession session, String state) {
    synchronized (session.getId().intern()) {
      Map<String, PendingSignIn> all = new LinkedHashMap<>(all(session));
      PendingSignIn taken = all.remove(state);
      session.setAttribute(NAME, all);
      return Optional.ofNullable(taken);
    }
  }

  /** Keeps what other tabs have begun, in a session that is not theirs yet. */
  static void keep(Map<String, PendingSignIn> begun, HttpSession session) {
    session.setAttribute(NAME, begun);
  }

  /** Those that a session holds, by their state. */
  @SuppressWarnings("unchecked")
  static Map<String, PendingSignIn> all(HttpSession session) {
    Object kept = session.getAttribute(NAME);
    return kept == null ? Map.of() : (Map<String, PendingSignIn>) kept;
  }
}
