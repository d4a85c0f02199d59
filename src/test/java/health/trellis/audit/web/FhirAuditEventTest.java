package health.trellis.audit.web;

import static org.assertj.core.api.Assertions.assertThat;

import health.trellis.audit.Act;
import health.trellis.audit.EventNumber;
import health.trellis.audit.Outcome;
import health.trellis.audit.OutsideAct;
import health.trellis.audit.Purpose;
import health.trellis.audit.ReviewRow;
import health.trellis.kernel.ClientId;
import health.trellis.kernel.JsonParts;
import health.trellis.kernel.PersonId;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Acts as resources of FHIR, held to {@link AuditEventRules}. */
class FhirAuditEventTest {
  private static final FhirAuditEvent EVENT =
      new FhirAuditEvent("https://trellis.example", "https://id.example/realms/trellis");
  private static final String PATTERN =
      "https://profiles.ihe.net/ITI/BALP/StructureDefinition/IHE.BasicAudit.";
  private static final ClientId LEA = ClientId.of("01900000-0000-7000-8000-000000000001");

  @ParameterizedTest
  @EnumSource(Act.class)
  void every_act_is_a_resource_as_it_should_be(Act act) {
    for (ClientId client : Arrays.asList(LEA, null)) {
      for (Outcome outcome : Outcome.values()) {
        String text = EVENT.of(row(act.name(), act.action(), outcome, client, "10.0.0.7"));
        assertThat(AuditEventRules.breachedBy(text)).as(text).isEmpty();
      }
    }
  }

  @ParameterizedTest
  @EnumSource(OutsideAct.class)
  void so_is_what_no_service_wrote(OutsideAct act) {
    for (String address : List.of("", "10.0.0.7", "::1", "somewhere")) {
      for (String action : List.of("E", "R")) {
        String text = EVENT.of(row(act.name(), action, Outcome.DONE, null, address));
        assertThat(AuditEventRules.breachedBy(text)).as(text).isEmpty();
      }
    }
  }

  static Stream<Purpose> purposes() {
    return Arrays.stream(Purpose.values());
  }

  @ParameterizedTest
  @MethodSource("purposes")
  void what_it_was_done_for_is_said_in_a_code_where_it_was_said(Purpose why) {
    JsonObject event =
        read(row("NOTE_READ", "R", why, Outcome.DONE, LEA, "10.0.0.7", UUID.randomUUID()));
    assertThat(AuditEventRules.breachedBy(event)).isEmpty();
    assertThat(event.containsKey("purposeOfEvent")).isEqualTo(why != Purpose.UNSAID);
  }

  @ParameterizedTest
  @ValueSource(strings = {"C Create", "R Read", "U Update"})
  void an_act_on_a_record_follows_the_pattern_of_its_kind(String kind) {
    String letter = kind.substring(0, 1);
    String pattern = kind.substring(2);
    assertThat(profile(read(row("NOTE_READ", letter, Outcome.DONE, LEA, "10.0.0.7"))))
        .isEqualTo(PATTERN + "Patient" + pattern);
    assertThat(profile(read(row("TEMPLATE_MADE", letter, Outcome.DONE, null, "2001:db8::7"))))
        .isEqualTo(PATTERN + pattern);
  }

  @Test
  void what_lacks_something_that_a_pattern_asks_for_claims_none() {
    assertThat(read(row("NOTE_READ", "R", Outcome.FAILED, LEA, "10.0.0.7")))
        .doesNotContainKey("meta");
    assertThat(read(row("NOTE_READ", "R", Outcome.DONE, LEA, ""))).doesNotContainKey("meta");
    assertThat(read(row("AUDIT_READ", "R", Outcome.DONE, LEA, "10.0.0.7")))
        .doesNotContainKey("meta");
    assertThat(read(row("NOTE_READ", "R", Purpose.TREATMENT, Outcome.DONE, LEA, "10.0.0.7", null)))
        .doesNotContainKey("meta");
  }

  @Test
  void the_example_of_the_documents_is_one() throws IOException {
    String document = Files.readString(Path.of("docs", "audit.md"));
    String example = document.split("```json\n")[1].split("```")[0];
    assertThat(AuditEventRules.breachedBy(example)).isEmpty();
    assertThat(JsonParts.read(example))
        .isEqualTo(
            read(
                new ReviewRow(
                    new EventNumber(4711),
                    Instant.parse("2026-11-24T13:03:22.481Z"),
                    PersonId.of("01900000-0000-7000-8000-000000000002"),
                    "Hanna Brandt",
                    "3b0f7c1e-sub",
                    "THERAPIST",
                    "NOTE_READ",
                    "R",
                    Purpose.TREATMENT,
                    Outcome.DONE,
                    LEA,
                    "Lea Sommer",
                    "session_note",
                    UUID.fromString("01900000-0000-7000-8000-000000000003"),
                    null,
                    null,
                    "203.0.113.9",
                    UUID.fromString("01900000-0000-7000-8000-000000000004"),
                    List.of())));
  }

  @Test
  void the_rules_notice_each_element_that_is_taken_away_or_put_there() {
    JsonObject event = read(row("NOTE_READ", "R", Outcome.DONE, LEA, "10.0.0.7"));
    for (String needed :
        List.of("type", "recorded", "agent", "source", "subtype", "action", "outcome", "entity")) {
      assertThat(breached(without(event, needed))).as(needed).isTrue();
    }
    for (String agent : List.of("type", "who", "requestor")) {
      assertThat(breached(with(event, "agent", each(event, "agent", agent)))).as(agent).isTrue();
    }
    for (String entity : List.of("what", "type", "role")) {
      assertThat(breached(with(event, "entity", each(event, "entity", entity))))
          .as(entity)
          .isTrue();
    }
    assertThat(breached(with(event, "outcome", string("4")))).isTrue();
    assertThat(breached(with(event, "action", string("U")))).isTrue();
    assertThat(breached(with(event, "action", string("X")))).isTrue();
    assertThat(breached(with(event, "recorded", string("2026-11-24")))).isTrue();
    assertThat(breached(with(event, "severity", string("high")))).isTrue();
    assertThat(breached(with(event, "subtype", event.getJsonObject("type")))).isTrue();
    assertThat(breached(with(event, "purposeOfEvent", JsonValue.EMPTY_JSON_ARRAY))).isTrue();
  }

  private static boolean breached(JsonObject event) {
    try {
      return !AuditEventRules.breachedBy(event).isEmpty();
    } catch (NullPointerException | ClassCastException missing) {
      return true;
    }
  }

  private static JsonValue each(JsonObject event, String list, String without) {
    return JsonParts.array(
            event.getJsonArray(list).getValuesAs(JsonObject.class).stream()
                .map(one -> without(one, without))
                .toList())
        .build();
  }

  private static JsonValue string(String text) {
    return JsonParts.array(List.of(text)).build().get(0);
  }

  private static JsonObject without(JsonObject object, String name) {
    var copy = JsonParts.object();
    object.forEach(
        (key, value) -> {
          if (!key.equals(name)) {
            copy.add(key, value);
          }
        });
    return copy.build();
  }

  private static JsonObject with(JsonObject object, String name, JsonValue value) {
    var copy = JsonParts.object();
    object.forEach(copy::add);
    return copy.add(name, value).build();
  }

  private static String profile(JsonObject event) {
    return event.getJsonObject("meta").getJsonArray("profile").getString(0);
  }

  private static JsonObject read(ReviewRow row) {
    return JsonParts.read(EVENT.of(row));
  }

  private static ReviewRow row(
      String code, String action, Outcome outcome, @Nullable ClientId client, String address) {
    return row(code, action, Purpose.TREATMENT, outcome, client, address, UUID.randomUUID());
  }

  private static ReviewRow row(
      String code,
      String action,
      Purpose why,
      Outcome outcome,
      @Nullable ClientId client,
      String address,
      @Nullable UUID subject) {
    return new ReviewRow(
        new EventNumber(7),
        Instant.parse("2026-11-24T13:03:22.481Z"),
        PersonId.of("01900000-0000-7000-8000-000000000002"),
        "Hanna Brandt",
        "sub",
        "THERAPIST",
        code,
        action,
        why,
        outcome,
        client,
        client == null ? null : "Lea Sommer",
        subject == null ? null : "session_note",
        subject,
        null,
        outcome == Outcome.DONE ? null : "NoteService.read: not there",
        address,
        UUID.randomUUID(),
        List.of());
  }
}
