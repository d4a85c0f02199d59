package health.trellis.security;

import health.trellis.kernel.TimeOrderedUuid;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The register of sessions: each is in it from signing in to its end, and a session that is not
 * opens nothing. So it can be ended from another device, by the identity provider, and on every
 * node. Whether one stands is kept for at most two seconds.
 */
@ApplicationScoped
public class SignIns {
  private static final Duration KEPT = Duration.ofSeconds(2);
  private static final int MOST = 10_000;

  @Resource(lookup = "java:app/jdbc/trellis")
  private DataSource database;

  private final Map<String, Long> standing = new ConcurrentHashMap<>();

  /**
   * Begins a session.
   *
   * @return false where the provider's own session was ended here before and the person has not
   *     given the password again since; then nothing was begun
   */
  public boolean begin(SignInBegun begun) {
    Visit visit = begun.visit();
    Instant at = begun.authenticatedAt();
    return ask(
        "select begin_sign_in(?, ?, ?, ?, ?::timestamptz, ?, ?, ?)",
        TimeOrderedUuid.next(),
        visit.sub(),
        visit.sessionHash(),
        begun.providerSession(),
        at == null ? null : at.toString(),
        visit.role().name(),
        visit.address(),
        begun.device());
  }

  /** Whether this session of that person has not ended. */
  public boolean stands(String sub, String sessionHash) {
    long now = System.nanoTime();
    Long seen = standing.get(sessionHash);
    if (seen != null && now - seen <= KEPT.toNanos()) {
      return true;
    }
    boolean stands = ask("select sign_in_stands(?, ?)", sub, sessionHash);
    if (stands) {
      if (standing.size() > MOST) {
        standing.clear();
      }
      standing.put(sessionHash, now);
    } else {
      standing.remove(sessionHash);
    }
    return stands;
  }

  /** The person signed out, or goes on in the same browser with a new session. */
  public void end(String sessionHash, boolean replaced) {
    standing.remove(sessionHash);
    ask("select end_sign_in(?, ?) is null", sessionHash, replaced ? "REPLACED" : "PERSON");
  }

  /**
   * Ends what the identity provider says has ended.
   *
   * @param providerSession its session; all of the person's where it names none
   */
  public void endByProvider(@Nullable String sub, @Nullable String providerSession) {
    ask("select count(*) >= 0 from end_sign_ins_of_provider(?, ?)", sub, providerSession);
    standing.clear();
  }

  /** Lets the next request of each session ask anew, after some were ended elsewhere. */
  public void forget() {
    standing.clear();
  }

  private boolean ask(String question, @Nullable Object... parts) {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(question)) {
      for (int i = 0; i < parts.length; i++) {
        statement.setObject(i + 1, parts[i]);
      }
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return row.getBoolean(1);
      }
    } catch (SQLException unreachable) {
      throw new IllegalStateException("the register of sessions does not answer", unreachable);
    }
  }
}
