package health.trellis.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The house stands as ARCHITECTURE.md draws it, and each rule can see its own breach. */
class ArchitectureTest {

  @ParameterizedTest
  @EnumSource(Rule.class)
  void the_house_keeps_the_rule(Rule rule) {
    assertThat(rule.in(House.REAL).getFailureReport().getDetails()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Rule.class)
  void the_rule_reports_its_seeded_breaches_and_nothing_else(Rule rule) {
    Set<String> seeded = seededBreachesOf(rule);
    List<String> reported = rule.in(House.RUIN).getFailureReport().getDetails();

    assertThat(seeded).as("breaches seeded for %s", rule).isNotEmpty();
    assertThat(seeded.stream().filter(breach -> reported.stream().noneMatch(names(breach))))
        .as("seeded, not reported")
        .isEmpty();
    assertThat(reported.stream().filter(line -> seeded.stream().noneMatch(line::contains)))
        .as("reported, not seeded")
        .isEmpty();
  }

  private static Predicate<String> names(String breach) {
    return line -> line.contains(breach);
  }

  private static Set<String> seededBreachesOf(Rule rule) {
    JavaClasses ruin = House.RUIN.classes();
    return ruin.stream()
        .filter(type -> type.isAnnotatedWith(Breaks.class))
        .filter(type -> List.of(type.getAnnotationOfType(Breaks.class).value()).contains(rule))
        .map(type -> type.getName())
        .collect(Collectors.toSet());
  }
}
