package health.trellis.audit;

import health.trellis.security.CurrentCaller;
import health.trellis.security.RefusalLog;
import health.trellis.security.SignInLog;
import health.trellis.security.Visit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The log of what happens outside any allowed transaction: refusals, failures, sign-ins and
 * sign-outs. Each is written in a transaction of its own, so that it stays when the other is
 * undone.
 */
@ApplicationScoped
@Transactional(TxType.REQUIRES_NEW)
public class OutsideLog implements RefusalLog, SignInLog {
  @Inject private CurrentCaller current;
  @PersistenceContext private EntityManager database;

  @Override
  public void refused(String what, String why) {
    write(OutsideAct.REFUSED, "E", "refused", current.visit(), what + ": " + why);
  }

  @Override
  public void failed(String what, String why) {
    write(OutsideAct.FAILED, "E", "failed", current.visit(), what + ": " + why);
  }

  @Override
  public void signedIn(Visit visit) {
    write(OutsideAct.SIGNED_IN, "E", "done", Optional.of(visit), null);
  }

  @Override
  public void signedOut(Visit visit) {
    write(OutsideAct.SIGNED_OUT, "E", "done", Optional.of(visit), null);
  }

  @Override
  public void signInFailed(Visit visit, String why) {
    write(OutsideAct.SIGN_IN_FAILED, "E", "refused", Optional.of(visit), why);
  }

  private void write(
      OutsideAct act,
      String action,
      String outcome,
      Optional<Visit> visit,
      @Nullable String reason) {
    database
        .createNativeQuery(
            "select 1 from record_outside(:code, :action, :outcome, :actor, :role, :session,"
                + " :address, null, null, null, :reason, :request)")
        .setParameter("code", act.name())
        .setParameter("action", action)
        .setParameter("outcome", outcome)
        .setParameter("actor", visit.map(Visit::sub).orElse("anonymous"))
        .setParameter("role", visit.map(v -> v.role().name()).orElse(""))
        .setParameter("session", visit.map(Visit::sessionHash).orElse(""))
        .setParameter("address", visit.map(Visit::address).orElse(""))
        .setParameter("reason", reason == null ? "" : reason)
        .setParameter("request", visit.map(Visit::requestId).orElseGet(UUID::randomUUID))
        .getResultList();
  }
}
