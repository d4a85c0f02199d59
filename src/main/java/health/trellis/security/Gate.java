package health.trellis.security;

import health.trellis.kernel.ConflictException;
import health.trellis.kernel.InvalidException;
import health.trellis.kernel.NotFoundException;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The gate before every service method: it lets through the {@link AllowedRoles}, and nobody where
 * the method names none. What it refuses, and what is refused behind it, goes to the {@link
 * RefusalLog}; the caller learns only that there is nothing there.
 */
@Gated
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 100)
class Gate {
  @Inject private AllowedRoles allowed;
  @Inject private CurrentCaller caller;
  @Inject private RefusalLog log;

  @AroundInvoke
  @Nullable Object pass(InvocationContext call) throws Exception {
    String what =
        call.getMethod().getDeclaringClass().getSimpleName() + "." + call.getMethod().getName();
    try {
      check(call);
      return call.proceed();
    } catch (NotFoundException refusal) {
      log.refused(what, String.valueOf(refusal.getMessage()));
      throw refusal;
    } catch (ConflictException | InvalidException asked) {
      throw asked;
    } catch (Exception fault) {
      try {
        log.failed(what, fault.getClass().getSimpleName());
      } catch (RuntimeException alsoDown) {
        fault.addSuppressed(alsoDown);
      }
      throw fault;
    }
  }

  private void check(InvocationContext call) {
    Set<Role> roles = allowed.of(call.getMethod());
    if (roles.isEmpty()) {
      throw new NotFoundException("the method allows nobody");
    }
    Role role =
        caller
            .visit()
            .map(Visit::role)
            .orElseThrow(() -> new NotFoundException("nobody signed in"));
    if (!roles.contains(role)) {
      throw new NotFoundException("not for " + role);
    }
  }
}
