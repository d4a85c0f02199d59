package health.trellis.sessions;

import health.trellis.clients.OpenClient;
import health.trellis.kernel.NotFoundException;
import health.trellis.kernel.RequestKey;
import health.trellis.kernel.SessionId;
import health.trellis.security.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The sessions of a client as they are stored, for the features that belong to one. */
@ApplicationScoped
public class SessionBook {
  @PersistenceContext private EntityManager database;

  /** Writes a session down; the caller held it. */
  public SessionId add(
      OpenClient client, Caller caller, SessionDraft draft, RequestKey key, Instant now) {
    Session session = Session.of(client, caller, draft, key, now);
    database.persist(session);
    database.flush();
    return session.id();
  }

  /** The session that this request made already. */
  public Optional<SessionId> findByRequest(OpenClient client, RequestKey key) {
    return database
        .createQuery(
            "select s.id from Session s where s.client = :client and s.requestKey = :key",
            SessionId.class)
        .setParameter("client", client.id())
        .setParameter("key", key)
        .getResultStream()
        .findFirst();
  }

  /** One of the client's sessions. */
  public SessionRow get(OpenClient client, SessionId id) {
    return database
        .createQuery(
            "select s from Session s where s.client = :client and s.id = :id", Session.class)
        .setParameter("client", client.id())
        .setParameter("id", id)
        .getResultStream()
        .findFirst()
        .map(Session::row)
        .orElseThrow(() -> new NotFoundException("no such session of this client"));
  }

  /** The client's sessions, latest first. */
  public List<SessionRow> list(OpenClient client) {
    return database
        .createQuery(
            "select s from Session s where s.client = :client order by s.startsAt desc, s.id.value desc",
            Session.class)
        .setParameter("client", client.id())
        .getResultStream()
        .map(Session::row)
        .toList();
  }
}
