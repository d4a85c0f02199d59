package health.trellis.audit;

import health.trellis.kernel.ClientId;
import health.trellis.security.AllowedTo;
import health.trellis.security.CurrentCaller;
import health.trellis.security.Role;
import health.trellis.security.Service;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

/** What an administrator can know of who did what in the clinic. Each look is itself an act. */
@Service
public class AuditReviewService {
  /** How many acts a page shows. */
  static final int PAGE = 50;

  /** How many acts are taken from the log at once for a file. */
  static final int PIECE = 5000;

  @Inject private ReviewLog log;
  @Inject private AuditTrail audit;
  @Inject private CurrentCaller caller;

  /** A page of the acts that the filter lets through, after the given one. */
  @AllowedTo(Role.ADMINISTRATOR)
  public ReviewPage read(ReviewFilter filter, @Nullable EventNumber after) {
    ReviewPage page = log.page(filter, caller.get().zone(), after, PAGE);
    record(Act.AUDIT_READ, filter);
    return page;
  }

  /**
   * A piece of a file of them. Each is a transaction of its own, since a long one would keep the
   * log from being sealed.
   */
  @AllowedTo(Role.ADMINISTRATOR)
  public ReviewPage export(ReviewFilter filter, @Nullable EventNumber after) {
    ReviewPage piece = log.page(filter, caller.get().zone(), after, PIECE);
    record(Act.AUDIT_EXPORTED, filter);
    return piece;
  }

  /** About the client who was asked for, so that the client learns of it too; else the clinic. */
  private void record(Act act, ReviewFilter filter) {
    ClientId client = filter.client();
    if (client == null) {
      audit.record(act, caller.get().clinic());
    } else {
      audit.record(act, client, client);
    }
  }
}
