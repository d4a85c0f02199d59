package health.trellis.testkit.inside;

import health.trellis.security.Role;
import health.trellis.security.Roles;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The roles people hold, but that one of them can be given to everybody, or to nobody. */
@Alternative
@Priority(1)
@ApplicationScoped
public class TurnedRoles extends Roles {
  private volatile @Nullable Role turned;
  private volatile boolean toEverybody;

  /** Gives this role to everybody or to nobody from now on; null: to whom it is given. */
  void turn(@Nullable Role role, boolean everybody) {
    turned = role;
    toEverybody = everybody;
  }

  @Override
  public Set<Role> of(String sub) {
    Role role = turned;
    Set<Role> held = super.of(sub);
    if (role == null) {
      return held;
    }
    Set<Role> now = EnumSet.noneOf(Role.class);
    now.addAll(held);
    now.remove(role);
    if (toEverybody) {
      now.add(role);
    }
    return now;
  }
}
