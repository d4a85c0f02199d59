package health.trellis.audit;

import health.trellis.kernel.ClientId;
import health.trellis.security.AllowedTo;
import health.trellis.security.CurrentCaller;
import health.trellis.security.Role;
import health.trellis.security.Service;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What an administrator can know of who did what in the clinic. Each look is itself an act. */
@Service
public class AuditReviewService {
  /** How many lines a page shows. */
  static final int PAGE = 50;

  /** How many acts are taken from the log for a page: a look at a list is one of each client. */
  static final int ACTS = 500;

  /** How many acts are taken from the log at once for a file. */
  static final int PIECE = 5000;

  @Inject private ReviewLog log;
  @Inject private SealedLog sealed;
  @Inject private AuditTrail audit;
  @Inject private CurrentCaller caller;

  /** A page of the acts that the filter lets through, after the given one. */
  @AllowedTo(Role.ADMINISTRATOR)
  public ReviewPage read(ReviewFilter filter, @Nullable EventNumber after) {
    ReviewPage page = log.page(filter, caller.get().zone(), after, ACTS).cut(PAGE);
    record(Act.AUDIT_READ, page.named(filter.client()));
    return page;
  }

  /**
   * A piece of a file of them. Each is a transaction of its own, since a long one would keep the
   * log from being sealed.
   */
  @AllowedTo(Role.ADMINISTRATOR)
  public ReviewPage export(ReviewFilter filter, @Nullable EventNumber after) {
    ReviewPage piece = log.page(filter, caller.get().zone(), after, PIECE);
    Set<ClientId> clients = new HashSet<>();
    piece.rows().forEach(row -> clients.addAll(row.named()));
    if (filter.client() != null) {
      clients.add(filter.client());
    }
    record(Act.AUDIT_EXPORTED, clients);
    return piece;
  }

  /** One of them, with what proves that it is in the log. */
  @AllowedTo(Role.ADMINISTRATOR)
  public ProvedAct prove(EventNumber number) {
    ReviewRow act = log.one(number);
    ProvedAct proved = new ProvedAct(act, sealed.prove(number).orElse(null));
    record(Act.AUDIT_PROVED, act.named());
    return proved;
  }

  /** About each client who is named, so that the client learns of it too; else the clinic. */
  private void record(Act act, Set<ClientId> clients) {
    if (clients.isEmpty()) {
      audit.record(act, caller.get().clinic());
    } else {
      audit.recordEach(act, clients);
    }
  }
}
