package health.trellis.clients;

import health.trellis.kernel.ClientId;
import health.trellis.kernel.PersonId;
import health.trellis.kernel.Problems;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an administrator chooses to hand clients over from one therapist to another. It checks
 * itself.
 *
 * @param to who treats them from now on
 * @param clients at least one
 */
public record HandOverDraft(@Nullable PersonId to, Set<ClientId> clients) {
  /** Refuses where somebody is missing, on either side. */
  public HandOverDraft {
    clients = Set.copyOf(clients);
    new Problems()
        .in("to", "caseload.therapist.wrong", to == null)
        .in("clients", "handOver.clients.missing", clients.isEmpty())
        .refuse();
  }

  /** Who treats them from now on. */
  PersonId receiver() {
    return Objects.requireNonNull(to);
  }
}
