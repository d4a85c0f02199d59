package health.trellis.clients;

import health.trellis.kernel.ClientId;
import health.trellis.kernel.PersonId;
import java.util.List;

/**
 * Somebody of the staff, and whom the person treats now.
 *
 * @param clients by name, at most {@link HandOverService#MOST}
 * @param more whether there are more than these
 */
public record HandOver(PersonId therapist, String name, List<Treated> clients, boolean more) {
  /**
   * A client.
   *
   * @param others the names of those who treat the client too
   */
  public record Treated(ClientId id, String name, List<String> others) {}
}
