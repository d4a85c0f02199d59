package health.trellis.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
