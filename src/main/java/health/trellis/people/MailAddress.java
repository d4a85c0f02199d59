package health.trellis.people;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * An address to which a mail can go and by which one can sign in, as Keycloak takes it: words
 * between dots, of which the first part has 64 signs at most, and the whole 254.
 */
final class MailAddress {
  private static final int MOST = 254;
  private static final Pattern FORM =
      Pattern.compile(
          "(?=[^@]{1,64}@)[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*"
              + "@[a-z0-9]([a-z0-9-]*[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+");

  private MailAddress() {}

  /** What was typed, trimmed and in small letters. */
  static String of(String typed) {
    return typed.strip().toLowerCase(Locale.ROOT);
  }

  /** Whether this is one. */
  static boolean is(String address) {
    return address.length() <= MOST && FORM.matcher(address).matches();
  }
}
