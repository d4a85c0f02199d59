package health.trellis.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What docs/security.md says of its proofs can be found where it says. */
class SecurityDocumentTest {
  private static final Path DOCUMENT = Path.of("docs/security.md");
  private static final Pattern PROOF = Pattern.compile("`(\\w+(?:Test|IT|Journey|Trial))`");
  private static final Pattern ROW =
      Pattern.compile("(?m)^\\| (\\d+\\.\\d+\\.\\d+) \\| (.+?) \\| (.+) \\|$");
  private static final Pattern COUNT = Pattern.compile("(?m)^\\| ([a-zK* ]+) \\| (\\d+) \\|$");

  @Test
  void every_test_that_it_names_is_there() throws IOException {
    Set<String> named = found(PROOF).map(each -> each.group(1)).collect(Collectors.toSet());
    assertThat(named).hasSizeGreaterThan(40);
    Set<String> there;
    try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
      there =
          files
              .map(file -> String.valueOf(file.getFileName()).replace(".java", ""))
              .collect(Collectors.toSet());
    }
    assertThat(there).containsAll(named);
  }

  @Test
  void it_answers_every_requirement_of_level_two_once() throws IOException {
    List<String> asked = Files.readAllLines(Path.of("src/test/resources/asvs-5.0-level-2.txt"));
    assertThat(asked).hasSize(253);
    assertThat(found(ROW).map(each -> each.group(1))).containsExactlyElementsOf(asked);
    assertThat(found(ROW).map(each -> each.group(3))).allMatch(said -> !said.isBlank());
  }

  @Test
  void its_counts_are_those_of_its_table() throws IOException {
    Map<String, Integer> counted = new TreeMap<>();
    found(ROW).forEach(row -> counted.merge(row.group(2), 1, Integer::sum));
    Map<String, Integer> said = new TreeMap<>();
    found(COUNT).forEach(row -> said.put(row.group(1), Integer.valueOf(row.group(2))));
    assertThat(said).isEqualTo(counted);
  }

  @Test
  void the_versions_of_the_servers_are_those_that_are_built_with() throws IOException {
    String build = Files.readString(Path.of("pom.xml"));
    Set<String> versions = new TreeSet<>();
    for (String server : List.of("payara", "postgres.binaries", "keycloak")) {
      Matcher version =
          Pattern.compile("<" + Pattern.quote(server) + ".version>(.+?)<").matcher(build);
      assertThat(version.find()).isTrue();
      versions.add("| " + version.group(1) + " |");
    }
    assertThat(Files.readString(DOCUMENT)).contains(versions);
  }

  private static Stream<MatchResult> found(Pattern pattern) throws IOException {
    return pattern.matcher(Files.readString(DOCUMENT)).results();
  }
}
