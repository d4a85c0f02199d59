package health.trellis.testkit.inside;

import health.trellis.beliefs.SeenExperiment;
import health.trellis.goals.SeenGoal;
import health.trellis.kernel.AssignmentId;
import health.trellis.kernel.ClientId;
import health.trellis.kernel.GoalId;
import health.trellis.kernel.GoalRatingId;
import health.trellis.kernel.GoalStepId;
import health.trellis.kernel.Identifier;
import health.trellis.kernel.PersonId;
import health.trellis.kernel.RequestKey;
import health.trellis.security.AllowedTo;
import health.trellis.security.Role;
import health.trellis.security.Service;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One public method of one service, with the gate before it.
 *
 * @param service as everything else that needs it is given it
 */
public record Door(Object service, Method method) {
  private static final Set<Class<?>> LEADING =
      Set.of(
          ClientId.class,
          AssignmentId.class,
          GoalId.class,
          GoalRatingId.class,
          GoalStepId.class,
          SeenGoal.class);

  /** Every one of them, found among the beans of the running application. */
  public static List<Door> all(BeanManager beans) {
    return beans.getBeans(Object.class).stream()
        .filter(bean -> bean.getBeanClass().isAnnotationPresent(Service.class))
        .flatMap(bean -> of(beans, bean).stream())
        .toList();
  }

  private static List<Door> of(BeanManager beans, Bean<?> bean) {
    Class<?> type = bean.getBeanClass();
    Object service = beans.getReference(bean, type, beans.createCreationalContext(bean));
    return Arrays.stream(type.getDeclaredMethods())
        .filter(method -> Modifier.isPublic(method.getModifiers()) && !method.isSynthetic())
        .map(method -> new Door(service, method))
        .toList();
  }

  /** Whether the method says that it lets this role in. */
  public boolean isFor(Role role) {
    AllowedTo allowed = method.getAnnotation(AllowedTo.class);
    return allowed != null && List.of(allowed.value()).contains(role);
  }

  /** Whether it leads to the record of one client, which is then named first. */
  public boolean leadsToOneClient() {
    Class<?>[] asked = method.getParameterTypes();
    return asked.length > 0 && LEADING.contains(asked[0]);
  }

  /** Whether it asks for something of one of these types. */
  public boolean asksFor(Class<?>... types) {
    return Arrays.stream(types).anyMatch(List.of(method.getParameterTypes())::contains);
  }

  /** Whether it asks for a record by its id, which the client's own or a person's is not. */
  public boolean asksForARecord() {
    return Arrays.stream(method.getParameterTypes())
        .anyMatch(
            type ->
                type == SeenGoal.class
                    || type == SeenExperiment.class
                    || Identifier.class.isAssignableFrom(type)
                        && !List.of(ClientId.class, PersonId.class, RequestKey.class)
                            .contains(type));
  }

  /**
   * Goes through it with something of each type that it asks for, and answers with what it says.
   */
  public @Nullable Object enter(Map<Class<?>, ? extends @Nullable Object> given) throws Exception {
    Object[] arguments =
        Arrays.stream(method.getParameterTypes())
            .map(
                type -> {
                  if (!given.containsKey(type)) {
                    throw new IllegalStateException("say what a " + type + " may be");
                  }
                  return given.get(type);
                })
            .toArray();
    try {
      return method.invoke(service, arguments);
    } catch (InvocationTargetException e) {
      throw (Exception) e.getCause();
    }
  }

  /** As the audit log names it. */
  @Override
  public String toString() {
    return method.getDeclaringClass().getSimpleName() + "." + method.getName();
  }
}
