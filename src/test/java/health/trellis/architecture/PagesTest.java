package health.trellis.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Pages are prose without words of their own, and nothing on them passes the browser's policy by.
 */
class PagesTest {

  private static final Path WEBAPP = Path.of("src", "main", "webapp");
  private static final Path JAVA = Path.of("src", "main", "java");
  private static final Path SEEDED = Path.of("src", "test", "resources", "pages");
  private static final Path MESSAGES = Path.of("src", "main", "resources", "health", "trellis");
  private static final Pattern USED = Pattern.compile("msg\\['([\\w.]+)'\\]");

  @ParameterizedTest
  @EnumSource(PageRule.class)
  void every_page_keeps_the_rule(PageRule rule) {
    List<PageFile> pages = PageFile.below(WEBAPP);
    assertThat(pages).hasSizeGreaterThan(20);
    assertThat(pages.stream().flatMap(page -> rule.breachesOn(page).stream())).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(PageRule.class)
  void the_rule_reports_its_seeded_breach_and_no_other_rule_does(PageRule rule) {
    String name = rule.name().toLowerCase(Locale.ROOT) + ".xhtml";
    PageFile seeded = PageFile.read(SEEDED.resolve(name));
    assertThat(rule.breachesOn(seeded)).hasSize(1);
    assertThat(
            Stream.of(PageRule.values())
                .filter(other -> other != rule)
                .flatMap(other -> other.breachesOn(seeded).stream()))
        .isEmpty();
  }

  @Test
  void every_message_that_a_page_asks_for_exists() {
    Set<String> used = new TreeSet<>();
    for (PageFile page : PageFile.below(WEBAPP)) {
      Matcher key = USED.matcher(page.source());
      while (key.find()) {
        used.add(key.group(1));
      }
    }
    assertThat(used).hasSizeGreaterThan(50);
    assertThat(keys("messages.properties")).containsAll(used);
  }

  @Test
  void every_language_says_everything_that_english_says() {
    assertThat(keys("messages_de.properties")).isEqualTo(keys("messages.properties"));
  }

  @Test
  void no_message_is_unused() {
    String all = sources();
    Set<String> unused =
        keys("messages.properties").stream()
            .filter(key -> !mentioned(all, key))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(unused).isEmpty();
  }

  /** A key stands whole in a page or in code, or is put together from a quoted beginning. */
  private static boolean mentioned(String all, String key) {
    boolean begun =
        Stream.iterate(key.lastIndexOf('.'), dot -> dot > 0, dot -> key.lastIndexOf('.', dot - 1))
            .map(dot -> key.substring(0, dot + 1))
            .anyMatch(
                start -> all.contains("'" + start + "'") || all.contains("\"" + start + "\""));
    return begun || all.contains("'" + key + "'") || all.contains("\"" + key + "\"");
  }

  private static String sources() {
    try (Stream<Path> pages = Files.walk(WEBAPP);
        Stream<Path> code = Files.walk(JAVA)) {
      StringBuilder all = new StringBuilder();
      for (Path file :
          Stream.concat(pages, code)
              .filter(each -> each.toString().matches(".*\\.(xhtml|java)"))
              .toList()) {
        all.append(Files.readString(file));
      }
      return all.toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Set<String> keys(String bundle) {
    Properties messages = new Properties();
    try (var reader = Files.newBufferedReader(MESSAGES.resolve(bundle))) {
      messages.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new TreeSet<>(messages.stringPropertyNames());
  }
}
