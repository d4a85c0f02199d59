package health.trellis.watch;

import static org.assertj.core.api.Assertions.assertThat;

import health.trellis.audit.OutsideAct;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How an event of Keycloak's is read, and what of it is left behind. */
class ProviderEventTest {
  private static final String ID = "11111111-2222-4333-8444-555555555555";

  @ParameterizedTest
  @CsvSource({
    "LOGIN, , SIGNED_IN, ''",
    "LOGOUT, , SIGNED_OUT, ''",
    "LOGIN_ERROR, , SIGN_IN_FAILED, invalid_user_credentials",
    "UPDATE_CREDENTIAL, password, PASSWORD_CHANGED, ''",
    "UPDATE_CREDENTIAL, otp, FACTOR_SET, otp",
    "UPDATE_CREDENTIAL, webauthn, FACTOR_SET, webauthn",
    "UPDATE_CREDENTIAL, recovery-authn-codes, RECOVERY_CODES_SET, ''",
    "REMOVE_CREDENTIAL, otp, FACTOR_REMOVED, otp",
    "USER_DISABLED_BY_TEMPORARY_LOCKOUT, , LOCKED, temporary",
    "USER_DISABLED_BY_PERMANENT_LOCKOUT, , LOCKED, permanent",
  })
  void each_type_is_one_act(String type, String credential, ProviderAct act, String detail) {
    ProviderEvent event =
        read("""
                {"id": "%s", "time": 1700000000123, "type": "%s", "userId": "u", "ipAddress": "::1",
                 "error": "invalid_user_credentials", "details": {"credential_type": "%s"}}"""
                .formatted(ID, type, credential))
            .orElseThrow();
    assertThat(event.act()).isEqualTo(act);
    assertThat(event.detail()).isEqualTo(detail);
    assertThat(event.sub()).isEqualTo("u");
    assertThat(event.address()).isEqualTo("::1");
    assertThat(event.at()).isEqualTo(Instant.parse("2023-11-14T22:13:20.123Z"));
    assertThat(ProviderEvent.TYPES).contains(type);
  }

  @Test
  void the_name_that_was_typed_is_left_behind_and_so_is_what_is_no_word_of_keycloaks() {
    ProviderEvent event =
        read("""
                {"id": "x", "time": 1, "type": "LOGIN_ERROR", "error": "Tr0ub4dor & 3",
                 "details": {"username": "Tr0ub4dor & 3", "auth_method": "openid-connect"}}""")
            .orElseThrow();
    assertThat(event.toString()).doesNotContain("Tr0ub4dor");
    assertThat(event.detail()).isEqualTo("unnamed");
    assertThat(event.sub()).isNull();
    assertThat(event.id())
        .isEqualTo(read("{\"id\":\"x\",\"time\":2,\"type\":\"LOGIN\"}").orElseThrow().id());
  }

  @Test
  void what_is_no_matter_of_the_log_is_passed_over() {
    assertThat(read("{\"id\": \"x\", \"time\": 1, \"type\": \"CODE_TO_TOKEN\"}")).isEmpty();
    assertThat(read("{\"id\": \"x\", \"type\": \"LOGIN\"}")).isEmpty();
    assertThat(read("{}")).isEmpty();
  }

  @Test
  void the_log_knows_each_act() {
    assertThat(Arrays.stream(OutsideAct.values()).map(Enum::name).collect(Collectors.toSet()))
        .containsAll(Arrays.stream(ProviderAct.values()).map(ProviderAct::code).toList());
  }

  private static Optional<ProviderEvent> read(String json) {
    try (var reader = Json.createReader(new StringReader(json))) {
      JsonObject object = reader.readObject();
      return ProviderEvent.of(object);
    }
  }
}
