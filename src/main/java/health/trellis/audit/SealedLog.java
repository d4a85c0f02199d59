package health.trellis.audit;

import health.trellis.proof.Proof;
import health.trellis.proof.Prover;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;
import org.hibernate.Session;

/** What the sealing program made of the log, as far as an administrator may read it. */
@ApplicationScoped
class SealedLog {
  @PersistenceContext private EntityManager database;

  /** What proves this act; empty until it is sealed and signed. */
  Optional<Proof> prove(EventNumber act) {
    return database
        .unwrap(Session.class)
        .doReturningWork(connection -> Prover.ofActs(connection).prove(act.value()));
  }
}
