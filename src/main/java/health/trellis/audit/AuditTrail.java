package health.trellis.audit;

import health.trellis.kernel.ClientId;
import health.trellis.kernel.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Collection;
import java.util.UUID;

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

  /** Records that a list showed these clients: one event each, in one statement. */
  public void recordEach(Act act, Collection<ClientId> clients) {
    if (clients.isEmpty()) {
      return;
    }
    database
        .createNativeQuery(
            "insert into audit_event (kind, code, action, client_id, entity, entity_id)"
                + " select 'act', :code, :action, shown, :entity, shown"
                + " from unnest(cast(:clients as uuid[])) shown")
        .setParameter("code", act.name())
        .setParameter("action", act.action())
        .setParameter("entity", act.entity())
        .setParameter("clients", clients.stream().map(ClientId::value).toArray(UUID[]::new))
        .executeUpdate();
  }
}
