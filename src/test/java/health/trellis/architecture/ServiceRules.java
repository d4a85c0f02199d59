package health.trellis.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/** What makes a service a door with a gate before it. */
final class ServiceRules {

  private ServiceRules() {}

  /** The stereotype that binds the gate, the transaction and the database context. */
  static String stereotype(House house) {
    return house.type("security.Service");
  }

  static String allowedTo(House house) {
    return house.type("security.AllowedTo");
  }

  private static DescribedPredicate<JavaClass> services(House house) {
    return describe(
        "services", type -> type.getSimpleName().endsWith("Service") && !type.isAnnotation());
  }

  private static DescribedPredicate<JavaMethod> doors(House house) {
    return describe(
        "public methods of services",
        method ->
            services(house).test(method.getOwner())
                && method.getModifiers().contains(JavaModifier.PUBLIC)
                && !method.getModifiers().contains(JavaModifier.STATIC)
                && !method.getModifiers().contains(JavaModifier.SYNTHETIC));
  }

  static ArchRule areMarked(House house) {
    return classes()
        .that(services(house))
        .should()
        .beAnnotatedWith(stereotype(house))
        .andShould(beTheOnlyOnesMarked(house));
  }

  private static ArchCondition<JavaClass> beTheOnlyOnesMarked(House house) {
    return new ArchCondition<>("not be an interface with an implementation behind it") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        if (type.isInterface()) {
          events.add(SimpleConditionEvent.violated(type, type.getName() + " is an interface"));
        }
      }
    };
  }

  static ArchRule arePublic(House house) {
    return classes().that(services(house)).should().bePublic();
  }

  static ArchRule silenceMeansNo(House house) {
    return methods().that(doors(house)).should().beAnnotatedWith(allowedTo(house));
  }

  static ArchRule noHalfOpenDoors(House house) {
    DescribedPredicate<JavaMethod> halfOpen =
        describe(
            "neither public nor private",
            method ->
                services(house).test(method.getOwner())
                    && !method.getModifiers().contains(JavaModifier.PUBLIC)
                    && !method.getModifiers().contains(JavaModifier.PRIVATE)
                    && !method.getModifiers().contains(JavaModifier.STATIC)
                    && !method.getModifiers().contains(JavaModifier.SYNTHETIC));
    return noMethods().that(halfOpen).should(exist());
  }

  private static ArchCondition<JavaMethod> exist() {
    return new ArchCondition<>("be there") {
      @Override
      public void check(JavaMethod method, ConditionEvents events) {
        events.add(SimpleConditionEvent.satisfied(method, method.getFullName() + " is there"));
      }
    };
  }

  static ArchRule noSelfCalls(House house) {
    return classes()
        .that(services(house))
        .should(
            new ArchCondition<>("not call their own doors") {
              @Override
              public void check(JavaClass service, ConditionEvents events) {
                for (JavaMethodCall call : service.getMethodCallsFromSelf()) {
                  boolean own = call.getTargetOwner().equals(service);
                  boolean door = call.getTarget().isAnnotatedWith(allowedTo(house));
                  if (own && door) {
                    events.add(SimpleConditionEvent.violated(call, call.getDescription()));
                  }
                }
              }
            });
  }

  static ArchRule noRolesAllowed(House house) {
    return noClasses()
        .that(not(house.in("launch")))
        .should()
        .dependOnClassesThat()
        .resideInAPackage("jakarta.annotation.security..");
  }
}
