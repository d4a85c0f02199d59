package health.trellis.clients;

import health.trellis.kernel.InvalidException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an administrator types to register a client: the least that is needed. It checks itself.
 *
 * @param name 1 to 200 characters
 * @param birthDate not in the future and not before 1900; may be unknown
 * @param email may be unknown
 * @param phone may be unknown
 * @param language one that Trellis speaks: en or de
 */
public record ClientDraft(
    String name,
    @Nullable LocalDate birthDate,
    @Nullable String email,
    @Nullable String phone,
    String language) {
  /** The languages that Trellis speaks. */
  public static final Set<String> LANGUAGES = Set.of("en", "de");

  private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);

  /** Trims what was typed, and refuses what does not fit, field by field. */
  public ClientDraft {
    name = name.strip().replaceAll("\\s+", " ");
    if (name.isEmpty()) {
      throw new InvalidException("name", "client.name.missing");
    }
    if (name.length() > 200 || name.codePoints().anyMatch(Character::isISOControl)) {
      throw new InvalidException("name", "client.name.wrong");
    }
    if (birthDate != null && birthDate.isBefore(EARLIEST)) {
      throw new InvalidException("birthDate", "client.birthDate.wrong");
    }
    email = blankToNull(email);
    if (email != null && (email.length() > 254 || !email.matches("[^@\\s]+@[^@\\s]+\\.[^@\\s]+"))) {
      throw new InvalidException("email", "client.email.wrong");
    }
    phone = blankToNull(phone);
    if (phone != null && !phone.matches("\\+?[0-9 ()/.-]{3,40}")) {
      throw new InvalidException("phone", "client.phone.wrong");
    }
    language = language.toLowerCase(Locale.ROOT);
    if (!LANGUAGES.contains(language)) {
      throw new InvalidException("language", "client.language.wrong");
    }
  }

  private static @Nullable String blankToNull(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }
}
