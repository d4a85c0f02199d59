package health.trellis.security;

import health.trellis.kernel.SignInId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.query.NativeQuery;
import org.jspecify.annotations.Nullable;

/** The caller's own sessions; whose they are the database takes from the transaction's context. */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
public class OwnSignIns {
  @Inject private SignIns register;
  @PersistenceContext private EntityManager database;

  /**
   * Those that still stand, the one at hand first.
   *
   * @param alive for how long after its last sign of life a session is one
   */
  @SuppressWarnings("unchecked")
  public List<SignInRow> list(Duration alive) {
    List<Tuple> rows =
        database
            .createNativeQuery(
                "select id, device, address, began_at, seen_at, here"
                    + " from own_sign_ins(make_interval(secs => :alive))",
                Tuple.class)
            .unwrap(NativeQuery.class)
            .addScalar("id", UUID.class)
            .addScalar("device", String.class)
            .addScalar("address", String.class)
            .addScalar("began_at", Instant.class)
            .addScalar("seen_at", Instant.class)
            .addScalar("here", Boolean.class)
            .setParameter("alive", alive.toSeconds())
            .getResultList();
    return rows.stream()
        .map(
            row ->
                new SignInRow(
                    new SignInId(row.get("id", UUID.class)),
                    row.get("device", String.class),
                    row.get("address", String.class),
                    row.get("began_at", Instant.class),
                    row.get("seen_at", Instant.class),
                    row.get("here", Boolean.class)))
        .toList();
  }

  /** Ends one that is not the one at hand; says which ended, none where it had already. */
  public List<SignInId> end(SignInId id) {
    return end(id.value());
  }

  /** Ends all but the one at hand. */
  public List<SignInId> endOthers() {
    return end((UUID) null);
  }

  @SuppressWarnings("unchecked")
  private List<SignInId> end(@Nullable UUID id) {
    List<UUID> ended =
        database
            .createNativeQuery(
                "select ended from end_own_sign_ins(cast(cast(:id as text) as uuid)) as ended",
                UUID.class)
            .setParameter("id", id == null ? null : id.toString())
            .getResultList();
    register.forget();
    return ended.stream().map(SignInId::new).toList();
  }
}
