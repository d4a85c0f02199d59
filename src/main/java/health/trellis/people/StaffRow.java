package health.trellis.people;

import health.trellis.kernel.PersonId;
import health.trellis.security.Role;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One of the clinic's staff, as administrators see them.
 *
 * @param invitedAt null for who was here before invitations were
 * @param mailedAt when the invitation was last sent; null until it was
 * @param trouble what stopped the last try
 * @param triedAt when somebody last went on with the invitation
 * @param self whether it is who asks
 */
public record StaffRow(
    PersonId id,
    String name,
    @Nullable String email,
    List<Role> roles,
    @Nullable Instant disabledAt,
    @Nullable Instant invitedAt,
    @Nullable Instant mailedAt,
    @Nullable Instant acceptedAt,
    @Nullable Trouble trouble,
    @Nullable Instant triedAt,
    boolean self) {
  /** How far somebody is. */
  public enum State {
    /** Can sign in, or could be asked to. */
    ACTIVE,
    /** Was sent an invitation and has not signed in yet. */
    INVITED,
    /** Was invited, and nothing could be sent yet. */
    WAITING,
    /** May do nothing here. */
    DISABLED
  }

  /** Whether this one can have clients. */
  public boolean isTreats() {
    return roles.contains(Role.THERAPIST);
  }

  /** How far this one is. */
  public State state() {
    if (disabledAt != null) {
      return State.DISABLED;
    }
    if (invitedAt == null || acceptedAt != null) {
      return State.ACTIVE;
    }
    return trouble == null && mailedAt != null ? State.INVITED : State.WAITING;
  }
}
