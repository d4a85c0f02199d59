package health.trellis.testkit;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The addresses that an answer names, in its headers and in its page. */
public final class Links {
  private static final Pattern NAMED =
      Pattern.compile("(?:href|src|action|url|data-answers|data-submit)=\"([^\"]*)\"");

  private Links() {}

  /** All of them, as a browser would ask for them. */
  public static List<String> in(HttpResponse<String> response) {
    return Stream.concat(
            Stream.of("Location", "Content-Location", "Link", "Refresh")
                .flatMap(name -> response.headers().allValues(name).stream()),
            NAMED.matcher(response.body()).results().map(found -> found.group(1)))
        .map(address -> address.replace("&amp;", "&"))
        .toList();
  }

  /** The one that leads to the next page of a list; empty on the last page. */
  public static String next(HttpResponse<String> response) {
    Matcher next = Pattern.compile("rel=\"next\" href=\"\\?([^\"]*)\"").matcher(response.body());
    return next.find() ? next.group(1).replace("&amp;", "&") : "";
  }
}
