package health.trellis.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.constructors;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/** Repositories, the keys they ask for, and the aggregates they keep. */
final class StorageRules {

  private static final DescribedPredicate<JavaClass> REPOSITORIES =
      describe("repositories", type -> type.getSimpleName().endsWith("Repository"));

  private static final DescribedPredicate<JavaClass> AGGREGATES =
      describe("aggregates", type -> type.isAnnotatedWith("jakarta.persistence.Entity"));

  /** Rows that the application only reads need no version. */
  private static final DescribedPredicate<JavaClass> CHANGING_AGGREGATES =
      AGGREGATES.and(
          describe(
              "that change", type -> !type.isAnnotatedWith("org.hibernate.annotations.Immutable")));

  private StorageRules() {}

  private static DescribedPredicate<JavaMember> of(DescribedPredicate<JavaClass> owners) {
    return describe("of " + owners.getDescription(), member -> owners.test(member.getOwner()));
  }

  private static DescribedPredicate<JavaClass> keys(House house) {
    return describe("keys", house::isKey);
  }

  static ArchRule repositoriesAreHidden(House house) {
    return classes().that(REPOSITORIES).should().bePackagePrivate();
  }

  static ArchRule repositoriesTakeAKey(House house) {
    return methods()
        .that(of(REPOSITORIES))
        .and()
        .areNotPrivate()
        .and()
        .areNotStatic()
        .should(
            new ArchCondition<>("take a key first") {
              @Override
              public void check(JavaMethod method, ConditionEvents events) {
                boolean keyed =
                    !method.getRawParameterTypes().isEmpty()
                        && house.isKey(method.getRawParameterTypes().get(0));
                if (!keyed && !method.getModifiers().contains(JavaModifier.SYNTHETIC)) {
                  events.add(
                      SimpleConditionEvent.violated(
                          method, method.getFullName() + " does not take a key first"));
                }
              }
            });
  }

  static ArchRule keysAreNotForged(House house) {
    return constructors()
        .that()
        .areDeclaredInClassesThat(keys(house))
        .should()
        .notBePublic()
        .andShould()
        .notBeProtected();
  }

  static ArchRule keysAreNotKept(House house) {
    return noFields().should().haveRawType(keys(house));
  }

  static ArchRule aggregatesAreHidden(House house) {
    return CompositeArchRule.of(classes().that(AGGREGATES).should().bePackagePrivate())
        .and(fields().that(of(AGGREGATES)).and().areNotStatic().should().bePrivate());
  }

  static ArchRule aggregatesHaveAVersion(House house) {
    return classes()
        .that(CHANGING_AGGREGATES)
        .should(
            new ArchCondition<>("have a field with @Version") {
              @Override
              public void check(JavaClass type, ConditionEvents events) {
                boolean versioned =
                    type.isAnnotatedWith("org.hibernate.annotations.Immutable")
                        || type.getAllFields().stream()
                            .anyMatch(
                                field -> field.isAnnotatedWith("jakarta.persistence.Version"));
                if (!versioned) {
                  events.add(
                      SimpleConditionEvent.violated(type, type.getName() + " has no @Version"));
                }
              }
            });
  }

  static ArchRule aggregatesHaveVerbs(House house) {
    return noMethods().that(of(AGGREGATES)).should().haveNameMatching("set[A-Z].*");
  }

  static ArchRule noCacheOfClients(House house) {
    return noClasses()
        .should()
        .beAnnotatedWith("jakarta.persistence.Cacheable")
        .orShould()
        .beAnnotatedWith("org.hibernate.annotations.Cache");
  }
}
