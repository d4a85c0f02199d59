package health.trellis.security;

import health.trellis.kernel.ClientId;
import health.trellis.kernel.ClinicId;
import health.trellis.kernel.NotFoundException;
import health.trellis.kernel.PersonId;
import health.trellis.kernel.Setting;
import health.trellis.kernel.Settings;
import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.hibernate.query.NativeQuery;
import org.jspecify.annotations.Nullable;

/**
 * The first statement of every transaction: tells PostgreSQL who is asking, in which role and from
 * where, so that its row-level security shows this caller's rows and no others. What it returns is
 * the {@link Caller}. All of it ends with the transaction. The columns' types are named, since
 * Hibernate would ask the driver for them each time.
 */
@InDatabaseContext
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 300)
class DatabaseContext {
  @Inject private CurrentCaller current;
  @Inject private Settings settings;
  @PersistenceContext private EntityManager database;
  @Resource private TransactionSynchronizationRegistry transactions;

  @AroundInvoke
  @Nullable Object begin(InvocationContext call) throws Exception {
    Object transaction = transactions.getTransactionKey();
    if (!current.begunIn(transaction)) {
      Visit visit = current.visit().orElseThrow(() -> new NotFoundException("nobody signed in"));
      current.begun(transaction, callerOf(visit));
    }
    return call.proceed();
  }

  @SuppressWarnings("unchecked")
  private Caller callerOf(Visit visit) {
    List<Tuple> rows =
        database
            .createNativeQuery(
                "select person_id, clinic_id, name, language, time_zone, client_id, demo, clinic,"
                    + " therapists, supervisee_ids, supervisee_names"
                    + " from begin_context(:sub, :role, :session, :address, :request)",
                Tuple.class)
            .unwrap(NativeQuery.class)
            .addScalar("person_id", UUID.class)
            .addScalar("clinic_id", UUID.class)
            .addScalar("name", String.class)
            .addScalar("language", String.class)
            .addScalar("time_zone", String.class)
            .addScalar("client_id", UUID.class)
            .addScalar("demo", Boolean.class)
            .addScalar("clinic", String.class)
            .addScalar("therapists", String[].class)
            .addScalar("supervisee_ids", UUID[].class)
            .addScalar("supervisee_names", String[].class)
            .setParameter("sub", visit.sub())
            .setParameter("role", visit.role().name())
            .setParameter("session", visit.sessionHash())
            .setParameter("address", visit.address())
            .setParameter("request", visit.requestId())
            .getResultList();
    if (rows.isEmpty()) {
      throw new NotFoundException("holds no such role: " + visit.role());
    }
    Tuple row = rows.get(0);
    if (settings.flag(Setting.DEMO) && !row.get("demo", Boolean.class)) {
      throw new IllegalStateException(
          Setting.DEMO.variable() + " is true, and this clinic is a real one");
    }
    UUID client = row.get("client_id", UUID.class);
    return new Caller(
        new PersonId(row.get("person_id", UUID.class)),
        new ClinicId(row.get("clinic_id", UUID.class)),
        visit.role(),
        row.get("name", String.class),
        row.get("language", String.class),
        ZoneId.of(row.get("time_zone", String.class)),
        client == null ? null : new ClientId(client),
        row.get("demo", Boolean.class),
        row.get("clinic", String.class),
        List.of(row.get("therapists", String[].class)),
        supervisees(row));
  }

  private static List<Supervisee> supervisees(Tuple row) {
    UUID[] ids = row.get("supervisee_ids", UUID[].class);
    String[] names = row.get("supervisee_names", String[].class);
    return IntStream.range(0, ids.length)
        .mapToObj(i -> new Supervisee(new PersonId(ids[i]), names[i]))
        .toList();
  }
}
