package health.trellis.security;

import java.util.Arrays;
import java.util.Optional;

/** The capacity in which a person acts; the first folder of an address names it. */
public enum Role {
  /** Treats clients; with supervisees, sees and cosigns their work too. */
  THERAPIST("therapist", "/therapist/desk.xhtml"),
  /** Looks after people, caseloads and settings, and sees no clinical text. */
  ADMINISTRATOR("admin", "/admin/clients/list.xhtml"),
  /** Answers, and reads what was released. */
  CLIENT("portal", "/portal/home.xhtml");

  private final String folder;
  private final String home;

  Role(String folder, String home) {
    this.folder = folder;
    this.home = home;
  }

  /** The first folder of this role's addresses. */
  public String folder() {
    return folder;
  }

  /** The page this role begins on. */
  public String home() {
    return home;
  }

  /** The role whose addresses begin with this folder. */
  public static Optional<Role> ofFolder(String folder) {
    return Arrays.stream(values()).filter(role -> role.folder.equals(folder)).findFirst();
  }
}
