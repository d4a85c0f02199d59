package health.trellis.web;

import health.trellis.security.Role;
import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The page to show after signing in: one of Trellis's own pages with plain parameters, or the home
 * page where anything else was asked for.
 */
final class ReturnAddress {
  private static final Pattern OWN =
      Pattern.compile(
          "/(therapist|portal|admin)(/[a-z-]+)*/[a-z-]+\\.xhtml(\\?[A-Za-z0-9=&_.-]*)?");
  private static final String HOME = "/";

  private ReturnAddress() {}

  /** The address itself where it is one of ours, else the home page. */
  static String checked(@Nullable String asked) {
    return asked != null && asked.length() <= 300 && OWN.matcher(asked).matches() ? asked : HOME;
  }

  /** The page whose link was followed, where it is one of ours, else the home page. */
  static String before(HttpServletRequest request) {
    String referer = request.getHeader("Referer");
    return referer == null ? HOME : checked(referer.replaceFirst("^https?://[^/]*", ""));
  }

  /** The role whose page it is; a client's for the home page, since that asks for the least. */
  static Role role(String checked) {
    int slash = checked.indexOf('/', 1);
    return slash < 0 ? Role.CLIENT : Role.ofFolder(checked.substring(1, slash)).orElse(Role.CLIENT);
  }
}
