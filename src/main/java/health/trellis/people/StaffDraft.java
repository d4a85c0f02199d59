package health.trellis.people;

import health.trellis.clients.ClientDraft;
import health.trellis.kernel.Problems;
import health.trellis.security.Role;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What an administrator types to invite somebody to work here. It checks itself.
 *
 * @param name first and last name, 3 to 200 characters
 * @param email to which the invitation goes, and by which one signs in later
 * @param roles therapist, administrator, or both
 * @param language one that Trellis speaks: en or de
 */
public record StaffDraft(String name, String email, Set<Role> roles, String language) {
  private static final int MOST_OF_NAME = 200;

  /** Signs that Keycloak takes in no name, and those that are none. */
  private static final String NO_NAME =
      "<>&\"$%!#?\u00a7;*~/\\\\|^=\\[\\]{}()\\p{Cntrl}\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069";

  private static final Pattern NAME = Pattern.compile("[^\\s%1$s]+ [^%1$s]+".formatted(NO_NAME));

  /** Trims what was typed, and refuses what does not fit, all of it at once. */
  public StaffDraft {
    name = trimmed(name);
    email = MailAddress.of(email);
    language = language.toLowerCase(Locale.ROOT);
    Set<Role> wanted = EnumSet.noneOf(Role.class);
    wanted.addAll(roles);
    roles = Set.copyOf(wanted);
    check(new Problems(), name, email)
        .in("roles", "staff.roles.missing", roles.isEmpty())
        .in("roles", "staff.roles.wrong", roles.contains(Role.CLIENT))
        .in("language", "client.language.wrong", !ClientDraft.LANGUAGES.contains(language))
        .refuse();
  }

  /** A name with single spaces between its words, and none around it. */
  static String trimmed(String name) {
    return name.strip().replaceAll("[\\s\\h]+", " ");
  }

  /** Notes what is wrong with somebody's name and address. */
  static Problems check(Problems problems, String name, String email) {
    return problems
        .in("name", "staff.name.missing", name.isEmpty())
        .in("name", "staff.name.wrong", !name.isEmpty() && !isName(name))
        .in("email", "staff.email.missing", email.isEmpty())
        .in("email", "staff.email.wrong", !email.isEmpty() && !MailAddress.is(email));
  }

  private static boolean isName(String text) {
    return text.length() <= MOST_OF_NAME && NAME.matcher(text).matches();
  }
}
