package health.trellis.audit;

import health.trellis.kernel.ClientId;
import health.trellis.kernel.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where an act is written down, in the transaction of the act itself: both are kept or neither is.
 * Who, when and from where the database fills in from the transaction's context, so that no code
 * can say otherwise.
 */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
public class AuditTrail {
  @PersistenceContext private EntityManager database;

  /** Records an act on one record of one client. */
  public void record(Act act, ClientId client, Identifier subject) {
    new Recording(act, client, subject)
        .in(database.createNativeQuery(Recording.INSERT))
        .executeUpdate();
  }

  /** Records an act on a record of the clinic's that is about no client. */
  public void record(Act act, Identifier subject) {
    database
        .createNativeQuery(
            "insert into audit_event (kind, code, action, entity, entity_id)"
                + " values ('act', :code, :action, :entity, :subject)")
        .setParameter("code", act.name())
        .setParameter("action", act.action())
        .setParameter("entity", act.entity())
        .setParameter("subject", subject.value())
        .executeUpdate();
  }

  /** Records that a list showed these clients: one event each, in one statement. */
  public void recordEach(Act act, Collection<ClientId> clients) {
    recordEach(
        act,
        clients.stream().collect(Collectors.toMap(client -> client, c -> c, (one, same) -> one)));
  }

  /** Records that a list showed these records, each with whose it is, in one statement. */
  public void recordEach(Act act, Map<? extends Identifier, ClientId> shown) {
    if (shown.isEmpty()) {
      return;
    }
    List<? extends Identifier> subjects = List.copyOf(shown.keySet());
    database
        .createNativeQuery(
            "insert into audit_event (kind, code, action, client_id, entity, entity_id)"
                + " select 'act', :code, :action, client, :entity, subject"
                + " from unnest(cast(:clients as uuid[]), cast(:subjects as uuid[]))"
                + " as shown (client, subject)")
        .setParameter("code", act.name())
        .setParameter("action", act.action())
        .setParameter("entity", act.entity())
        .setParameter("clients", values(subjects.stream().map(shown::get)))
        .setParameter("subjects", values(subjects.stream()))
        .executeUpdate();
  }

  private static UUID[] values(Stream<? extends Identifier> ids) {
    return ids.map(Identifier::value).toArray(UUID[]::new);
  }
}
