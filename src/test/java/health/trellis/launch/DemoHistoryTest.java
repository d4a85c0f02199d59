package health.trellis.launch;

import static org.assertj.core.api.Assertions.assertThat;

import health.trellis.inventory.Inventory;
import health.trellis.inventory.InventoryCatalog;
import health.trellis.inventory.InventoryCode;
import health.trellis.inventory.Item;
import jakarta.json.Json;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The invented clients and their histories, whatever day it is. */
class DemoHistoryTest {
  private static final Instant NOW = Instant.parse("2026-11-24T10:15:30Z");
  private static final long SEED = 20;

  @Test
  void there_are_forty_clients_on_three_caseloads() {
    List<DemoClient> clients = DemoClients.list();
    assertThat(clients).hasSize(40).extracting(DemoClient::name).doesNotHaveDuplicates();
    assertThat(clients).extracting(DemoClient::age).contains(19, 71).allMatch(a -> a >= 19);
    assertThat(onCaseload(DemoStaff.THERAPIST)).isEqualTo(24);
    assertThat(onCaseload(DemoStaff.COLLEAGUE)).isEqualTo(10);
    assertThat(onCaseload(DemoStaff.SUPERVISOR)).isEqualTo(6);
    assertThat(clients).filteredOn(c -> c.therapists().size() == 2).hasSize(1);
    assertThat(clients).filteredOn(c -> c.therapists().isEmpty()).hasSize(1);
    assertThat(clients).filteredOn(c -> c.answered() == 0).hasSizeGreaterThan(2);
    assertThat(clients).extracting(DemoClient::now).contains(DemoClient.Now.values());
    assertThat(clients).extracting(DemoClient::course).contains(DemoCourse.values());
  }

  @Test
  void those_who_sign_in_have_the_names_that_keycloak_knows() throws IOException {
    Map<String, String> names = new HashMap<>();
    try (Reader text =
            Files.newBufferedReader(Installation.here().config("keycloak/demo/people.json"));
        JsonReader people = Json.createReader(text)) {
      for (JsonValue person : people.readArray()) {
        String first = person.asJsonObject().getString("firstName");
        String last = person.asJsonObject().getString("lastName");
        names.put(person.asJsonObject().getString("username"), first + " " + last);
      }
    }
    for (DemoStaff staff : DemoStaff.values()) {
      assertThat(names.remove(staff.userName())).isEqualTo(staff.fullName());
    }
    assertThat(DemoClients.list())
        .filteredOn(client -> client.notes().contains(DemoClient.Note.PORTAL))
        .extracting(DemoClient::name)
        .containsExactlyElementsOf(names.values());
  }

  @Test
  void a_history_is_in_order_on_every_day_of_the_year_and_at_every_hour() {
    for (int hours = 0; hours < 366 * 24; hours += 37) {
      Instant now = NOW.plus(Duration.ofHours(hours));
      for (DemoClient client : DemoClients.list()) {
        DemoHistory history = DemoHistory.of(client, now, SEED);
        LocalDate today = LocalDate.ofInstant(now, DemoHistory.ZONE);
        assertThat(Period.between(history.birthDate(), today).getYears()).isEqualTo(client.age());
        assertThat(history.registeredAt()).isAfter(now.minus(Duration.ofDays(400)));
        Instant before = history.registeredAt().plus(Duration.ofHours(2));
        for (DemoAssignment given : history.given()) {
          assertThat(inOrder(before, given, now))
              .as("%s at %s: %s", client.name(), now, given)
              .isSorted();
          before = Objects.requireNonNullElse(given.submittedAt(), given.lastAnswer());
        }
        requireStanding(client, history.given(), now, today);
      }
    }
  }

  private static void requireStanding(
      DemoClient client, List<DemoAssignment> given, Instant now, LocalDate today) {
    List<DemoAssignment> sent = given.stream().filter(g -> g.submittedAt() != null).toList();
    assertThat(sent).hasSize(client.answered());
    if (!sent.isEmpty()) {
      assertThat(sent.get(0).submittedAt()).isAfter(now.minus(Duration.ofDays(366)));
    }
    List<DemoAssignment> open =
        given.stream().filter(g -> g.submittedAt() == null && g.withdrawnAt() == null).toList();
    switch (client.now()) {
      case WAITING, PARTLY -> assertThat(open).allMatch(g -> g.dueOn().isAfter(today)).hasSize(1);
      case OVERDUE -> assertThat(open).allMatch(g -> g.dueOn().isBefore(today)).hasSize(1);
      case REST, REVIEW, GONE -> assertThat(open).isEmpty();
    }
    long unseen = sent.stream().filter(g -> g.reviewedAt() == null).count();
    assertThat(unseen).isEqualTo(client.now() == DemoClient.Now.REVIEW ? 1 : 0);
  }

  private static List<Instant> inOrder(Instant before, DemoAssignment given, Instant now) {
    return Stream.of(
            before,
            given.assignedAt(),
            given.lastAnswer(),
            given.submittedAt(),
            given.withdrawnAt(),
            given.reviewedAt(),
            given.releasedAt(),
            now)
        .filter(Objects::nonNull)
        .toList();
  }

  @Test
  void the_same_seed_gives_the_same_answers() {
    Inventory inventory = inventory();
    for (DemoClient client : DemoClients.list()) {
      assertThat(respondent(client, inventory).answer(0, 1))
          .isEqualTo(respondent(client, inventory).answer(0, 1));
    }
  }

  @Test
  void an_improving_client_answers_lower_in_the_end_and_a_worsening_one_higher() {
    assertThat(meanChange("improving")).isLessThan(-0.8);
    assertThat(meanChange("worsening")).isGreaterThan(0.6);
    assertThat(meanChange("steady")).isBetween(-0.2, 0.2);
  }

  private static double meanChange(String course) {
    Inventory inventory = inventory();
    String line = "X|30|en|therapist|" + course + "|9|4|rest|";
    double sum = 0;
    for (int i = 0; i < 100; i++) {
      DemoRespondent one =
          new DemoRespondent(DemoClient.of(line), inventory, new SplittableRandom(i));
      double first = mean(inventory, one.answer(0, 1));
      sum += mean(inventory, one.answer(1, 1)) - first;
    }
    return sum / 100;
  }

  private static double mean(Inventory inventory, List<DemoAnswer> answers) {
    return answers.stream()
        .filter(answer -> answer.value() != null)
        .filter(answer -> inventory.item(answer.item()).kind() == Item.Kind.SCORED)
        .mapToInt(
            answer ->
                inventory.keyed(
                    inventory.item(answer.item()), Objects.requireNonNull(answer.value())))
        .average()
        .orElseThrow();
  }

  private static DemoRespondent respondent(DemoClient client, Inventory inventory) {
    return new DemoRespondent(client, inventory, DemoHistory.of(client, NOW, SEED).answers());
  }

  private static Inventory inventory() {
    return InventoryCatalog.load().latest(new InventoryCode("hyper-independence"), "en");
  }

  private static long onCaseload(DemoStaff therapist) {
    return DemoClients.list().stream().filter(c -> c.therapists().contains(therapist)).count();
  }
}
