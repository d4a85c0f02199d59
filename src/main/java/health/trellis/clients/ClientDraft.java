package health.trellis.clients;

import health.trellis.kernel.Problems;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
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
  private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s]+");
  private static final Pattern PHONE = Pattern.compile("\\+?[0-9 ()/.-]{3,40}");

  /** Trims what was typed, and refuses what does not fit, all of it at once. */
  public ClientDraft {
    name = name.strip().replaceAll("\\s+", " ");
    email = blankToNull(email);
    phone = blankToNull(phone);
    language = language.toLowerCase(Locale.ROOT);
    new Problems()
        .in("name", "client.name.missing", name.isEmpty())
        .in("name", "client.name.wrong", name.length() > 200 || hasControls(name))
        .in(
            "birthDate",
            "client.birthDate.wrong",
            birthDate != null && birthDate.isBefore(EARLIEST))
        .in("email", "client.email.wrong", email != null && !EMAIL.matcher(email).matches())
        .in("email", "client.email.wrong", email != null && email.length() > 254)
        .in("phone", "client.phone.wrong", phone != null && !PHONE.matcher(phone).matches())
        .in("language", "client.language.wrong", !LANGUAGES.contains(language))
        .refuse();
  }

  private static boolean hasControls(String text) {
    return text.codePoints().anyMatch(Character::isISOControl);
  }

  private static @Nullable String blankToNull(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }
}
