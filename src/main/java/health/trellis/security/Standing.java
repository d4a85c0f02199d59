package health.trellis.security;

import java.util.Set;

/**
 * What Trellis's own tables say of an identity at this moment: the roles it holds, and what a
 * page's frame shows of it.
 *
 * @param roles empty for somebody unknown or disabled, and then the texts are empty too
 * @param language the language the person reads, as a BCP 47 tag
 * @param notices how many openings of own clients' records in an emergency the person has not said
 *     to have read of
 */
public record Standing(Set<Role> roles, String name, String language, String clinic, int notices) {
  static final Standing NONE = new Standing(Set.of(), "", "", "", 0);

  public Standing {
    roles = Set.copyOf(roles);
  }
}
