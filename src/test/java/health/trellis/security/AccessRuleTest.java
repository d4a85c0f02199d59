package health.trellis.security;

import static org.assertj.core.api.Assertions.assertThat;

import health.trellis.testkit.Endpoints;
import health.trellis.testkit.Pages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Every way into the application is under one rule, and the document says what the rules say. */
class AccessRuleTest {
  private static final Path DOCUMENT = Path.of("docs", "access.md");

  @Test
  void every_service_page_request_and_servlet_is_under_one_rule() {
    List<String> found = new ArrayList<>(Endpoints.services().keySet());
    Endpoints.small().forEach(small -> found.add(small.method() + " " + small.path()));
    found.addAll(Endpoints.servlets());
    found.addAll(Pages.all());
    List<String> ruled =
        Arrays.stream(AccessRule.values())
            .flatMap(rule -> rule.ways().stream())
            .filter(way -> !way.matches("(select|insert|update|delete) .*"))
            .toList();
    assertThat(found).hasSizeGreaterThan(200);
    assertThat(ruled).containsExactlyInAnyOrderElementsOf(found);
  }

  @Test
  void each_method_lets_in_the_roles_of_its_rule_and_any_others_are_noticed() {
    Map<String, Set<Role>> services = Endpoints.services();
    assertThat(deviations(services)).isEmpty();
    int changed = 0;
    for (String method : services.keySet()) {
      for (Set<Role> roles : otherThan(services.getOrDefault(method, Set.of()))) {
        Map<String, Set<Role>> other = new HashMap<>(services);
        other.put(method, roles);
        assertThat(deviations(other)).containsExactly(method);
        changed++;
      }
    }
    assertThat(changed).isGreaterThan(900);
  }

  @Test
  void each_address_lies_in_the_folder_of_its_rule_and_any_other_is_noticed() {
    Map<String, Set<Role>> addresses = addresses();
    assertThat(deviations(addresses)).isEmpty();
    for (String address : addresses.keySet()) {
      for (Set<Role> roles : otherThan(addresses.getOrDefault(address, Set.of()))) {
        Map<String, Set<Role>> other = new HashMap<>(addresses);
        other.put(address, roles);
        assertThat(deviations(other)).containsExactly(address);
      }
    }
  }

  /** The ways that let in other roles than their rules name. */
  private static List<String> deviations(Map<String, Set<Role>> ways) {
    return ways.entrySet().stream()
        .filter(way -> !AccessRule.of(way.getKey()).orElseThrow().roles().equals(way.getValue()))
        .map(Map.Entry::getKey)
        .toList();
  }

  /** Every other set of roles, none among them. */
  private static List<Set<Role>> otherThan(Set<Role> roles) {
    return IntStream.range(0, 1 << Role.values().length)
        .mapToObj(
            bits ->
                Arrays.stream(Role.values())
                    .filter(role -> (bits >> role.ordinal() & 1) == 1)
                    .collect(Collectors.toSet()))
        .filter(other -> !other.equals(roles))
        .toList();
  }

  /** The role that each address names by its folder, but for what is open to everybody. */
  private static Map<String, Set<Role>> addresses() {
    Map<String, Set<Role>> addresses = new HashMap<>();
    Arrays.stream(AccessRule.values())
        .filter(rule -> rule.reach() != AccessRule.Reach.OPEN)
        .flatMap(rule -> rule.ways().stream())
        .filter(way -> way.matches("([A-Z]+ )?/.*"))
        .forEach(
            way ->
                addresses.put(
                    way,
                    Role.ofFolder(way.replaceFirst("^([A-Z]+ /api)?/", "").split("/", 2)[0])
                        .stream()
                        .collect(Collectors.toSet())));
    return addresses;
  }

  @Test
  void no_statement_is_under_two_rules() {
    List<String> all =
        Arrays.stream(AccessRule.values()).flatMap(rule -> rule.ways().stream()).toList();
    Set<String> seen = new HashSet<>();
    assertThat(all).allMatch(seen::add);
  }

  @Test
  void nobody_disabled_without_a_role_or_unknown_is_named_by_a_rule_that_is_about_something() {
    assertThat(AccessRule.values())
        .filteredOn(rule -> rule.reach() != AccessRule.Reach.OPEN)
        .noneMatch(rule -> rule.names(Asker.DISABLED))
        .noneMatch(rule -> rule.names(Asker.WITHOUT_ROLE))
        .noneMatch(rule -> rule.names(Asker.ANONYMOUS));
  }

  @Test
  void an_emergency_opens_its_own_page_and_reading_statements_alone() {
    for (Asker asker : List.of(Asker.COLLEAGUE_IN_EMERGENCY, Asker.ADMINISTRATOR_IN_EMERGENCY)) {
      Asker besides = asker.otherwise().orElseThrow();
      Set<String> gained =
          Arrays.stream(AccessRule.values())
              .flatMap(
                  rule ->
                      rule.ways().stream()
                          .filter(way -> rule.names(asker, way) && !rule.names(besides, way)))
              .filter(way -> !way.startsWith("select "))
              .collect(Collectors.toSet());
      assertThat(gained)
          .containsExactlyInAnyOrder(
              "EmergencyService.read",
              "EmergencyService.end",
              "/%s/emergency/record.xhtml".formatted(asker.role().orElseThrow().folder()));
    }
    assertThat(AccessRule.inEmergency())
        .allMatch(way -> way.startsWith("select "))
        .noneMatch(way -> way.contains("process_note") || way.equals("select session_note"));
  }

  @Test
  void the_document_says_what_the_rules_say() throws IOException {
    if (Boolean.getBoolean("access.write")) {
      Files.writeString(DOCUMENT, AccessDocument.text());
    }
    assertThat(Files.readString(DOCUMENT))
        .as("write it anew: mvn test -Dtest=AccessRuleTest -Daccess.write=true")
        .isEqualTo(AccessDocument.text());
  }
}
