package health.trellis.people;

import health.trellis.kernel.ClientId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a client has come to the portal.
 *
 * @param email by which the client signs in, or is to; null where nobody knows
 * @param contact the client's address for the practice
 * @param invitedAt null for who was not invited, or was here before invitations were
 * @param mailedAt when the invitation was last sent; null until it was
 * @param acceptedAt since when the client can sign in, or did first; null until then
 * @param trouble what stopped the last try
 * @param triedAt when somebody last went on with the invitation
 * @param endedAt when the access was ended; null while it was not
 * @param closed whether the work with the client has ended
 */
public record PortalAccess(
    ClientId id,
    String name,
    @Nullable String email,
    @Nullable String contact,
    @Nullable Instant invitedAt,
    @Nullable Instant mailedAt,
    @Nullable Instant acceptedAt,
    @Nullable Trouble trouble,
    @Nullable Instant triedAt,
    @Nullable Instant endedAt,
    boolean closed) {
  /** How far that is. */
  public enum State {
    /** Nobody has invited the client. */
    NONE,
    /** Was sent an invitation and has not signed in yet. */
    INVITED,
    /** Was invited, and nothing could be sent yet. */
    WAITING,
    /** Can sign in. */
    ACTIVE,
    /** Could sign in, and does no more. */
    ENDED
  }

  /** How far the client is. */
  public State state() {
    if (endedAt != null) {
      return State.ENDED;
    }
    if (acceptedAt != null) {
      return State.ACTIVE;
    }
    if (invitedAt == null) {
      return State.NONE;
    }
    return trouble == null && mailedAt != null ? State.INVITED : State.WAITING;
  }
}
