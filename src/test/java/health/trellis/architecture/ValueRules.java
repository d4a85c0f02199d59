package health.trellis.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.UUID;

/** Ids, views, and what stands behind a page. */
final class ValueRules {

  private ValueRules() {}

  private static DescribedPredicate<JavaClass> named(String pattern) {
    return describe(
        "named " + pattern,
        type -> type.getSimpleName().matches(pattern) && type.isTopLevelClass());
  }

  private static DescribedPredicate<JavaClass> beans(House house) {
    return named(".+Bean").and(house.inFeatureWeb());
  }

  static ArchRule idsAreRecords(House house) {
    return classes()
        .that(named(".+Id"))
        .and()
        .areNotInterfaces()
        .and(not(house.in("launch")))
        .should()
        .beRecords()
        .andShould()
        .bePublic()
        .andShould()
        .resideInAPackage(house.type("kernel"))
        .andShould(holdOneUuid());
  }

  private static ArchCondition<JavaClass> holdOneUuid() {
    return new ArchCondition<>("hold one UUID") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        boolean one =
            type.getFields().stream()
                    .filter(field -> field.getRawType().isEquivalentTo(UUID.class))
                    .count()
                == 1;
        if (!one) {
          events.add(SimpleConditionEvent.violated(type, type.getName() + " holds no UUID"));
        }
      }
    };
  }

  static ArchRule viewsAreRecords(House house) {
    return classes()
        .that(named(".+(View|Row)"))
        .and(not(house.inWeb()))
        .should()
        .beRecords()
        .andShould()
        .bePublic();
  }

  static ArchRule beansAreScoped(House house) {
    return classes()
        .that(beans(house))
        .should()
        .bePublic()
        .andShould()
        .beAnnotatedWith("jakarta.inject.Named")
        .andShould(
            new ArchCondition<>("be @ViewScoped or @RequestScoped") {
              @Override
              public void check(JavaClass type, ConditionEvents events) {
                boolean scoped =
                    type.isAnnotatedWith("jakarta.faces.view.ViewScoped")
                        || type.isAnnotatedWith("jakarta.enterprise.context.RequestScoped");
                if (!scoped) {
                  events.add(
                      SimpleConditionEvent.violated(
                          type, type.getName() + " is neither view nor request scoped"));
                }
              }
            });
  }

  static ArchRule beansNeverCatch(House house) {
    return classes()
        .that(beans(house))
        .should(
            new ArchCondition<>("never catch") {
              @Override
              public void check(JavaClass type, ConditionEvents events) {
                for (JavaCodeUnit unit : type.getCodeUnits()) {
                  if (!unit.getTryCatchBlocks().isEmpty()) {
                    events.add(
                        SimpleConditionEvent.violated(unit, unit.getFullName() + " catches"));
                  }
                }
              }
            });
  }

  static ArchRule resourcesLiveInWeb(House house) {
    return classes()
        .that()
        .areAnnotatedWith("jakarta.ws.rs.Path")
        .should(
            new ArchCondition<>("be named …Resource in a feature's web package") {
              @Override
              public void check(JavaClass type, ConditionEvents events) {
                boolean home = house.inWeb().test(type);
                if (!home || !type.getSimpleName().endsWith("Resource")) {
                  events.add(
                      SimpleConditionEvent.violated(
                          type, type.getName() + " is no …Resource in a web package"));
                }
              }
            });
  }
}
