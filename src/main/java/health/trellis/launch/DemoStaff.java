package health.trellis.launch;

import java.util.Locale;

/** The invented people who work at the practice, each with a sign-in of its own. */
enum DemoStaff {
  /** Keeps the register; sees no clinical text. */
  ADMIN("Emil Kern", "ADMINISTRATOR"),
  /** Has the largest caseload, and is supervised. */
  THERAPIST("Hanna Brandt", "THERAPIST"),
  /** Treats clients whom the others cannot see. */
  COLLEAGUE("Jonas Weber", "THERAPIST"),
  /** Treats a few clients, and supervises {@link #THERAPIST}. */
  SUPERVISOR("Ruth Adler", "THERAPIST");

  private final String name;
  private final String role;

  DemoStaff(String name, String role) {
    this.name = name;
    this.role = role;
  }

  /** The name to sign in with. */
  String userName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The name people know. */
  String fullName() {
    return name;
  }

  /** What this person does, as the database names it. */
  String role() {
    return role;
  }
}
