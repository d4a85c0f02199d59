package health.trellis.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each code of the log has words that a client understands. */
class ActWordsTest {
  private static final Path BUNDLES = Path.of("src/main/resources/health/trellis");

  /** A code that a migration or the sealing program writes beside an act's kind or itself. */
  private static final Pattern WRITTEN =
      Pattern.compile("(?:'act',\\s*|record_outside\\()'([A-Z_]+)'");

  @ParameterizedTest
  @ValueSource(strings = {"messages.properties", "messages_de.properties"})
  void every_code_has_words_and_no_words_are_left_over(String bundle) throws IOException {
    Properties messages = new Properties();
    try (var reader = Files.newBufferedReader(BUNDLES.resolve(bundle))) {
      messages.load(reader);
    }
    Set<String> worded =
        messages.stringPropertyNames().stream()
            .filter(key -> key.startsWith("act."))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(worded)
        .isEqualTo(
            codes().stream()
                .map(code -> "act." + code)
                .collect(Collectors.toCollection(TreeSet::new)));
    assertThat(worded).allSatisfy(key -> assertThat(messages.getProperty(key)).isNotBlank());
  }

  @Test
  void what_the_database_and_the_sealing_program_write_is_named() throws IOException {
    Set<String> written = new TreeSet<>();
    for (Path file : sources()) {
      WRITTEN.matcher(Files.readString(file)).results().forEach(code -> written.add(code.group(1)));
    }
    assertThat(written).contains("CLIENT_OPENED", "AUDIT_CHECKED");
    assertThat(codes()).containsAll(written);
  }

  private static Set<String> codes() {
    return Stream.concat(Arrays.stream(Act.values()), Arrays.stream(OutsideAct.values()))
        .map(Enum::name)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static List<Path> sources() throws IOException {
    try (Stream<Path> sql = Files.walk(Path.of("src/main/resources/db/migration"));
        Stream<Path> seal = Files.walk(Path.of("src/main/java/health/trellis/seal"))) {
      return Stream.concat(sql, seal).filter(Files::isRegularFile).toList();
    }
  }
}
