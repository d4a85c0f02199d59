package health.trellis.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the sources and documents point to is there. */
class DocumentsTest {

  private static final Path IMAGES = Path.of("docs/images");

  /** A document as the sources name it, as {@code docs/inventory.md}. */
  private static final Pattern NAMED = Pattern.compile("docs/[A-Za-z0-9_/.-]+\\.(?:md|png)");

  private static final Pattern LINK = Pattern.compile("\\[[^\\]]*]\\(([^)\\s]+)\\)");
  private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6} +(.+?) *$");
  private static final Pattern FENCED = Pattern.compile("(?ms)^ *```.*?^ *```$");

  @Test
  void every_document_that_the_sources_name_is_there() {
    List<String> missing = new ArrayList<>();
    for (Path file : below("src", "config", "pom.xml")) {
      Matcher named = NAMED.matcher(read(file));
      while (named.find()) {
        if (!Files.exists(Path.of(named.group()))) {
          missing.add(file + " names " + named.group());
        }
      }
    }
    assertThat(missing).isEmpty();
  }

  @Test
  void every_relative_link_leads_somewhere() {
    List<String> broken = new ArrayList<>();
    for (Path document : documents()) {
      Matcher link = LINK.matcher(withoutCode(read(document)));
      while (link.find()) {
        if (!link.group(1).matches("[a-z]+:.*") && !leadsSomewhere(document, link.group(1))) {
          broken.add(document + " links to " + link.group(1));
        }
      }
    }
    assertThat(broken).isEmpty();
  }

  @Test
  void every_decision_is_listed_and_has_its_five_parts() {
    String index = read(Path.of("docs/index.md"));
    for (Path decision : below("docs/decisions")) {
      assertThat(index).contains("decisions/" + decision.getFileName());
      assertThat(read(decision))
          .as(decision.toString())
          .contains("**Question.**", "**Choice.**", "**Why.**", "**What it costs.**")
          .contains("**When to look again.**");
    }
  }

  private static boolean leadsSomewhere(Path document, String target) {
    String[] parts = target.split("#", 2);
    Path parent = document.toAbsolutePath().getParent();
    Path file =
        parts[0].isEmpty() || parent == null
            ? document.toAbsolutePath()
            : parent.resolve(parts[0]).normalize();
    if (file.startsWith(IMAGES.toAbsolutePath()) && !Files.exists(IMAGES)) {
      return true; // Screenshots are taken from a running Trellis; all of them or none.
    }
    return Files.exists(file) && (parts.length == 1 || anchors(file).contains(parts[1]));
  }

  /** The headings of a document, as the addresses that a reader's browser gives them. */
  private static Set<String> anchors(Path document) {
    return HEADING
        .matcher(withoutCode(read(document)))
        .results()
        .map(heading -> heading.group(1).toLowerCase(Locale.ROOT))
        .map(heading -> heading.replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-'))
        .collect(Collectors.toSet());
  }

  private static String withoutCode(String markdown) {
    return FENCED.matcher(markdown).replaceAll("");
  }

  private static List<Path> documents() {
    return below(".").stream().filter(file -> file.toString().endsWith(".md")).toList();
  }

  private static List<Path> below(String... roots) {
    List<Path> all = new ArrayList<>();
    for (String root : roots) {
      try (Stream<Path> files = Files.walk(Path.of(root))) {
        files.filter(Files::isRegularFile).filter(DocumentsTest::isOurs).forEach(all::add);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return all;
  }

  private static boolean isOurs(Path file) {
    Path path = file.normalize();
    return !path.startsWith("target") && !path.startsWith("data") && !path.startsWith(".git");
  }

  private static String read(Path file) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
