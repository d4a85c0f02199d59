package health.trellis.architecture;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The direction in which packages may use each other: what stands left in ARCHITECTURE.md may be
 * used from the right, never the other way round, and the features not at all among themselves.
 */
final class Direction {

  private static final Set<String> FEATURES =
      Set.of("beliefs", "inventory", "notes", "goals", "support", "people");
  private static final Set<String> COMPOSERS =
      Set.of("thread", "formulation", "emergency", "schedule", "rights", "insight");
  private static final Set<String> HOMES = Set.of("desk", "portal");

  private static final Map<String, Set<String>> MAY_USE = rooms();

  private Direction() {}

  private static Map<String, Set<String>> rooms() {
    Map<String, Set<String>> rooms = new TreeMap<>();
    rooms.put("kernel", Set.of());
    rooms.put("security", Set.of("kernel"));
    rooms.put("web", Set.of("kernel", "security", "audit"));
    rooms.put("proof", Set.of());
    rooms.put("audit", Set.of("kernel", "security", "proof"));
    rooms.put("clients", Set.of("kernel", "security", "audit"));
    rooms.put("sessions", Set.of("kernel", "security", "audit", "clients"));
    Set<String> ground = Set.of("kernel", "security", "audit", "clients", "sessions");
    FEATURES.forEach(feature -> rooms.put(feature, ground));
    Set<String> below = with(ground, FEATURES);
    COMPOSERS.forEach(composer -> rooms.put(composer, below));
    Set<String> all = with(below, COMPOSERS);
    HOMES.forEach(home -> rooms.put(home, all));
    rooms.put("seal", Set.of("kernel", "proof"));
    rooms.put("watch", Set.of("kernel", "seal"));
    rooms.put("launch", Set.of("kernel", "clients", "inventory", "proof", "seal", "watch"));
    return rooms;
  }

  private static Set<String> with(Set<String> some, Set<String> more) {
    Set<String> both = new TreeSet<>(some);
    both.addAll(more);
    return both;
  }

  /** Each class names only what its room may use; the plumbing room is for web packages alone. */
  static ArchCondition<JavaClass> keepTo(House house) {
    return new ArchCondition<>("use only what stands left of them in ARCHITECTURE.md") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        Optional<String> from = house.room(type);
        if (from.isPresent() && !MAY_USE.containsKey(from.get())) {
          events.add(
              SimpleConditionEvent.violated(
                  type, type.getName() + " lives in a room that ARCHITECTURE.md does not have"));
        }
        for (Dependency use : type.getDirectDependenciesFromSelf()) {
          Optional<String> to = house.room(use.getTargetClass());
          if (from.isPresent() && to.isPresent() && !allowed(type, from.get(), to.get())) {
            events.add(SimpleConditionEvent.violated(use, use.getDescription()));
          }
        }
      }
    };
  }

  private static boolean allowed(JavaClass type, String from, String to) {
    if (from.equals(to)) {
      return true;
    }
    if (to.equals("web")) {
      return type.getPackageName().endsWith(".web");
    }
    return MAY_USE.getOrDefault(from, Set.of()).contains(to);
  }
}
