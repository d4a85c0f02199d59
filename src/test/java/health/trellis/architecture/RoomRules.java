package health.trellis.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.dependOnClassesThat;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.jspecify.annotations.NullMarked;

/** What each room of the house may know. */
final class RoomRules {

  private static final DescribedPredicate<JavaClass> STORAGE =
      describe(
          "storage",
          type ->
              type.isMetaAnnotatedWith("jakarta.persistence.Entity")
                  || type.getSimpleName().endsWith("Repository")
                  || type.getPackageName().startsWith("jakarta.persistence")
                  || type.getPackageName().startsWith("org.hibernate")
                  || type.getPackageName().startsWith("java.sql")
                  || type.getPackageName().startsWith("javax.sql"));

  private static final DescribedPredicate<JavaClass> DOMAIN =
      describe(
          "aggregates and values",
          type ->
              type.isMetaAnnotatedWith("jakarta.persistence.Entity")
                  || type.isMetaAnnotatedWith("jakarta.persistence.Embeddable")
                  || type.isRecord());

  private RoomRules() {}

  static ArchRule direction(House house) {
    return classes().should(Direction.keepTo(house));
  }

  static ArchRule facesInWebOnly(House house) {
    return noClasses()
        .that(not(house.inWeb()))
        .should(
            dependOnClassesThat(
                resideInAnyPackage("jakarta.faces..", "org.primefaces..", "org.omnifaces..")));
  }

  static ArchRule httpAtTheDoorOnly(House house) {
    return noClasses()
        .that(not(house.inWeb()))
        .and(not(house.in("security", "launch")))
        .should(dependOnClassesThat(resideInAnyPackage("jakarta.servlet..", "jakarta.ws.rs..")));
  }

  static ArchRule pagesKnowNoStorage(House house) {
    return noClasses()
        .that(house.inWeb())
        .and()
        .doNotImplement("org.eclipse.microprofile.health.HealthCheck")
        .should(dependOnClassesThat(STORAGE));
  }

  static ArchRule domainKnowsNoContainer(House house) {
    return noClasses()
        .that(DOMAIN)
        .and(not(house.inWeb()))
        .should(
            dependOnClassesThat(
                resideInAnyPackage(
                    "jakarta.enterprise..", "jakarta.inject..", "jakarta.interceptor..")));
  }

  static ArchRule nullMarked(House house) {
    return classes()
        .should(
            new ArchCondition<>("live in a package whose package-info carries @NullMarked") {
              @Override
              public void check(JavaClass type, ConditionEvents events) {
                if (!type.getPackage().isAnnotatedWith(NullMarked.class)) {
                  events.add(
                      SimpleConditionEvent.violated(
                          type, type.getName() + " lives in a package without @NullMarked"));
                }
              }
            });
  }

  static ArchRule names(House house) {
    return noClasses()
        .should()
        .haveNameMatching(".*(Util|Utils|Helper|Manager|Impl|Dto|DTO)")
        .orShould()
        .resideInAnyPackage(
            house.base() + "..common..", house.base() + "..util..", house.base() + "..dto..");
  }
}
