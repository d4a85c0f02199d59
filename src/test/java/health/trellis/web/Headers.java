package health.trellis.web;

import static org.assertj.core.api.Assertions.assertThat;

import health.trellis.testkit.Links;
import health.trellis.testkit.Stage;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** What must stand at the head of every response, and what is wrong with those looked at. */
final class Headers {
  static final String NOT_KEPT = "no-store";
  static final String KEPT_FOR_GOOD = "public, max-age=31536000, immutable";

  private final Map<String, Pattern> wanted = new TreeMap<>();
  private final List<String> complaints = new ArrayList<>();
  private int looked;

  Headers() {
    same("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
    same("X-Content-Type-Options", "nosniff");
    same("Referrer-Policy", "same-origin");
    same("Cross-Origin-Opener-Policy", "same-origin");
    same("Cross-Origin-Resource-Policy", "same-origin");
    same("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()");
    String keycloak = Stage.get().keycloak().toString();
    wanted.put(
        "Content-Security-Policy",
        Pattern.compile(
            Pattern.quote(
                    "default-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none';"
                        + " form-action 'self' "
                        + keycloak
                        + "; img-src 'self' data:; style-src 'self' 'unsafe-inline';"
                        + " script-src 'self'")
                + "( 'nonce-[A-Za-z0-9+/=_-]{16,}')?;?"));
  }

  private void same(String name, String value) {
    wanted.put(name, Pattern.compile(Pattern.quote(value)));
  }

  /** Looks at an answer that nobody may keep. */
  HttpResponse<String> look(String what, HttpResponse<String> response) {
    return look(what, response, NOT_KEPT);
  }

  /** Looks at an answer. */
  HttpResponse<String> look(String what, HttpResponse<String> response, String cacheControl) {
    looked++;
    String who = "%s, answered %d: ".formatted(what, response.statusCode());
    wanted.forEach((name, form) -> one(who, response, name, form));
    one(who, response, "Cache-Control", Pattern.compile(Pattern.quote(cacheControl)));
    for (String address : Links.in(response)) {
      if (address.toLowerCase(Locale.ROOT).contains("jsessionid")) {
        complaints.add(who + "names the session in " + address);
      }
    }
    return response;
  }

  private void one(String who, HttpResponse<String> response, String name, Pattern form) {
    List<String> values = response.headers().allValues(name);
    if (values.size() != 1 || !form.matcher(values.get(0)).matches()) {
      complaints.add(who + name + " is " + values);
    }
  }

  /** What was wrong so far. */
  List<String> complaints() {
    return complaints;
  }

  /** Fails where one of them lacked something, or where fewer were looked at. */
  void wereStrictOn(int atLeast) {
    assertThat(complaints).isEmpty();
    assertThat(looked).isGreaterThanOrEqualTo(atLeast);
  }
}
