package health.trellis.security;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who asks, as seen from one client's record, or from one clinic where the record is a clinic's.
 */
public enum Asker {
  /** Treats the client now. */
  THERAPIST("treating therapist", Role.THERAPIST),
  /** Supervises a therapist who treats the client now. */
  SUPERVISOR("supervisor", Role.THERAPIST),
  /** Another therapist of the clinic. */
  COLLEAGUE("other therapist", Role.THERAPIST),
  /** Treated the client once, and does no longer. */
  FORMER_THERAPIST("former therapist", Role.THERAPIST),
  /** Administers the clinic. */
  ADMINISTRATOR("administrator", Role.ADMINISTRATOR),
  /** Another therapist of the clinic who has opened the client's record in an emergency. */
  COLLEAGUE_IN_EMERGENCY("other therapist in an emergency", Role.THERAPIST),
  /** An administrator who has opened the client's record in an emergency. */
  ADMINISTRATOR_IN_EMERGENCY("administrator in an emergency", Role.ADMINISTRATOR),
  /** The client. */
  CLIENT("client", Role.CLIENT),
  /** Another client of the clinic. */
  OTHER_CLIENT("other client", Role.CLIENT),
  /** Somebody of another clinic, in whatever role, an administrator too. */
  ELSEWHERE("another clinic", null),
  /** Was disabled, whatever the person was before. */
  DISABLED("disabled person", null),
  /** Signed in, and holds no role. */
  WITHOUT_ROLE("person without role", null),
  /** Did not sign in. */
  ANONYMOUS("anonymous", null);

  private final String words;
  private final @Nullable Role role;

  Asker(String words, @Nullable Role role) {
    this.words = words;
    this.role = role;
  }

  /** In which role; empty where that makes no difference, or where none is held. */
  public Optional<Role> role() {
    return Optional.ofNullable(role);
  }

  /** As whom this one is let in besides; an emergency takes away nothing. */
  public Optional<Asker> otherwise() {
    return switch (this) {
      case COLLEAGUE_IN_EMERGENCY -> Optional.of(COLLEAGUE);
      case ADMINISTRATOR_IN_EMERGENCY -> Optional.of(ADMINISTRATOR);
      default -> Optional.empty();
    };
  }

  /** As the documents call it. */
  public String words() {
    return words;
  }
}
