package health.trellis.watch;

import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One event of Keycloak's, with what the log may know of it. The name that somebody typed is left
 * behind: where nobody has it, it may be anything, a password among it.
 *
 * @param id what makes it the same however often it is read
 * @param at when, by Keycloak's clock
 * @param sub whose account it was; null where there is none of that name
 * @param detail why it failed, or which kind of factor, in Keycloak's own word; empty where unsaid
 */
record ProviderEvent(
    UUID id, Instant at, ProviderAct act, @Nullable String sub, String address, String detail) {

  /** The types of event that are asked for. */
  static final Set<String> TYPES =
      Set.of(
          "LOGIN",
          "LOGIN_ERROR",
          "LOGOUT",
          "UPDATE_CREDENTIAL",
          "REMOVE_CREDENTIAL",
          "USER_DISABLED_BY_TEMPORARY_LOCKOUT",
          "USER_DISABLED_BY_PERMANENT_LOCKOUT");

  /** Reads one as Keycloak writes it; empty for what is no matter of the log's. */
  static Optional<ProviderEvent> of(JsonObject json) {
    String type = text(json, "type");
    String credential =
        json.get("details") instanceof JsonObject details ? text(details, "credential_type") : "";
    ProviderAct act = act(type, credential);
    if (act == null || !(json.get("time") instanceof JsonNumber time)) {
      return Optional.empty();
    }
    String sub = text(json, "userId");
    String detail =
        switch (act) {
          case SIGN_IN_FAILED -> text(json, "error");
          case FACTOR_SET, FACTOR_REMOVED -> credential;
          case LOCKED -> type.contains("PERMANENT") ? "permanent" : "temporary";
          default -> "";
        };
    return Optional.of(
        new ProviderEvent(
            id(text(json, "id")),
            Instant.ofEpochMilli(time.longValueExact()),
            act,
            sub.isEmpty() ? null : sub,
            text(json, "ipAddress"),
            word(detail)));
  }

  private static @Nullable ProviderAct act(String type, String credential) {
    return switch (type) {
      case "LOGIN" -> ProviderAct.SIGNED_IN;
      case "LOGIN_ERROR" -> ProviderAct.SIGN_IN_FAILED;
      case "LOGOUT" -> ProviderAct.SIGNED_OUT;
      case "UPDATE_CREDENTIAL" ->
          switch (credential) {
            case "password" -> ProviderAct.PASSWORD_CHANGED;
            case "recovery-authn-codes" -> ProviderAct.RECOVERY_CODES_SET;
            default -> ProviderAct.FACTOR_SET;
          };
      case "REMOVE_CREDENTIAL" -> ProviderAct.FACTOR_REMOVED;
      case "USER_DISABLED_BY_TEMPORARY_LOCKOUT", "USER_DISABLED_BY_PERMANENT_LOCKOUT" ->
          ProviderAct.LOCKED;
      default -> null;
    };
  }

  /** A word of Keycloak's; whatever else stands there is not taken over. */
  private static String word(String text) {
    return text.matches("[a-z0-9_-]{0,60}") ? text : "unnamed";
  }

  /** Keycloak's ids have this form; one that has not is given its own, always the same. */
  private static UUID id(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException another) {
      return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8));
    }
  }

  private static String text(JsonObject json, String name) {
    JsonValue value = json.get(name);
    return value instanceof JsonString text ? text.getString() : "";
  }
}
