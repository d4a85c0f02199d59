package health.trellis.web;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionListener;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Sweeps out what nobody comes back to: sessions of people who signed in and were idle, or signed
 * in, for too long by our own clocks. It does so when somebody else comes, at most once a minute.
 */
public class EndedSessions implements HttpSessionListener {
  private static final long A_MINUTE = Duration.ofMinutes(1).toNanos();

  /** Time for somebody to sign in again, which begins in the session that has ended. */
  private static final Duration GRACE = Duration.ofMinutes(30);

  private final Set<HttpSession> living = ConcurrentHashMap.newKeySet();
  private final AtomicLong swept = new AtomicLong(System.nanoTime());

  @Inject private Limits limits;

  @Override
  public void sessionCreated(HttpSessionEvent event) {
    long now = System.nanoTime();
    long before = swept.get();
    if (now - before > A_MINUTE && swept.compareAndSet(before, now)) {
      living.forEach(this::sweep);
    }
    living.add(event.getSession());
  }

  @Override
  public void sessionDestroyed(HttpSessionEvent event) {
    living.remove(event.getSession());
  }

  private void sweep(HttpSession session) {
    try {
      boolean over =
          SignedIn.in(session)
              .filter(who -> limits.left(who, who.role()).plus(GRACE).isNegative())
              .isPresent();
      if (over) {
        session.invalidate();
      }
    } catch (IllegalStateException ended) {
      living.remove(session);
    }
  }
}
