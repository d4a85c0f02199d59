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

  /** As the documents call it. */
  public String words() {
    return words;
  }
}
