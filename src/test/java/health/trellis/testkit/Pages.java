package health.trellis.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every page there is, found by looking at the folder and not by a list that someone keeps. */
public final class Pages {

  private static final Path ROOT = Path.of("src", "main", "webapp");

  private Pages() {}

  /** The addresses of all pages whose first folder is one of these. */
  public static List<String> below(String... folders) {
    return Stream.of(folders).flatMap(folder -> pages(ROOT.resolve(folder)).stream()).toList();
  }

  /** The addresses of all pages. */
  public static List<String> all() {
    return pages(ROOT).stream().filter(page -> !page.startsWith("/WEB-INF/")).toList();
  }

  /** What a page is written as. */
  public static String source(String page) throws IOException {
    return Files.readString(ROOT.resolve(page.substring(1)));
  }

  /** A page's address, with a record of each kind that it can show. */
  public static String address(String page, Map<String, String> records) {
    Map<String, String> asked = new LinkedHashMap<>();
    asked.put("client", records.get("client"));
    asked.put("assignment", records.get(assignment(page)));
    asked.put("note", records.get(note(page)));
    for (String kind :
        List.of(
            "belief",
            "process",
            "experiment",
            "template",
            "starter",
            "event",
            "supporter",
            "goal",
            "step",
            "number",
            "staff",
            "leaving",
            "access")) {
      asked.put(kind, records.get(kind));
    }
    asked.put("rating", records.get(page.startsWith("/portal/") ? "ownrating" : "rating"));
    return page
        + asked.entrySet().stream()
            .filter(each -> each.getValue() != null)
            .map(each -> each.getKey() + "=" + each.getValue())
            .collect(Collectors.joining("&", "?", ""));
  }

  private static String assignment(String page) {
    return switch (page) {
      case "/portal/inventory/answer.xhtml", "/therapist/inventory/withdraw.xhtml" -> "open";
      case "/portal/inventory/result.xhtml" -> "released";
      default -> "submitted";
    };
  }

  private static String note(String page) {
    return page.matches(".*/(write|sign|links|edit)\\.xhtml") ? "draft" : "signed";
  }

  private static List<String> pages(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".xhtml"))
          .map(file -> "/" + ROOT.relativize(file).toString().replace('\\', '/'))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
