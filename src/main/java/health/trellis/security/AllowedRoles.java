package health.trellis.security;

import jakarta.enterprise.context.ApplicationScoped;
import java.lang.reflect.Method;
import java.util.Set;

/** The roles that a service's method lets in: those that {@link AllowedTo} names. */
@ApplicationScoped
class AllowedRoles {
  /** Them; none for a method that names none. */
  Set<Role> of(Method method) {
    AllowedTo allowed = method.getAnnotation(AllowedTo.class);
    return allowed == null ? Set.of() : Set.of(allowed.value());
  }
}
