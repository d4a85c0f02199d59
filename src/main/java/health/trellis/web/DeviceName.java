package health.trellis.web;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a person would call the browser and system that a request comes from, as "Firefox, Android".
 * It is a hint for people who look at where they are signed in, and decides nothing.
 */
final class DeviceName {
  /** The first that is met names it: many claim to be others besides. */
  private static final Map<String, String> BROWSERS =
      named(
          "Edg", "Edge",
          "OPR/", "Opera",
          "SamsungBrowser", "Samsung Internet",
          "Firefox/", "Firefox",
          "FxiOS", "Firefox",
          "CriOS", "Chrome",
          "Chrome/", "Chrome",
          "Safari/", "Safari");

  private static final Map<String, String> SYSTEMS =
      named(
          "iPhone", "iPhone",
          "iPad", "iPad",
          "Android", "Android",
          "Windows", "Windows",
          "Mac OS", "Mac",
          "CrOS", "ChromeOS",
          "Linux", "Linux");

  private DeviceName() {}

  /** The name; empty where the browser says nothing that is known. */
  static String of(@Nullable String userAgent) {
    String said = userAgent == null ? "" : userAgent;
    Optional<String> browser = first(BROWSERS, said);
    Optional<String> system = first(SYSTEMS, said);
    return browser
        .map(name -> system.map(on -> name + ", " + on).orElse(name))
        .or(() -> system)
        .orElse("");
  }

  private static Optional<String> first(Map<String, String> names, String said) {
    return names.entrySet().stream()
        .filter(name -> said.contains(name.getKey()))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  private static Map<String, String> named(String... pairs) {
    Map<String, String> names = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      names.put(pairs[i], pairs[i + 1]);
    }
    return names;
  }
}
