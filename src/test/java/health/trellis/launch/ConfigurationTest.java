package health.trellis.launch;

import static org.assertj.core.api.Assertions.assertThat;

import health.trellis.kernel.Setting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What config and docker say is true of the settings and of the project. */
class ConfigurationTest {
  private static final Path EXAMPLE = Path.of("config/trellis.env.example");
  private static final Path COMPOSE = Path.of("docker/compose.yml");
  private static final Path DOCKERFILE = Path.of("docker/Dockerfile");
  private static final Pattern VARIABLE = Pattern.compile("\\b(TRELLIS|KC|POSTGRES)_[A-Z_]+\\b");

  /** Variables of the images that docker uses, as their own documentation names them. */
  private static final Set<String> OF_THE_IMAGES =
      Set.of(
          "POSTGRES_PASSWORD",
          "POSTGRES_INITDB_ARGS",
          "KC_DB_URL",
          "KC_DB_USERNAME",
          "KC_DB_PASSWORD",
          "KC_CACHE",
          "KC_HTTP_ENABLED",
          "KC_HTTP_PORT",
          "KC_HOSTNAME",
          "KC_BOOTSTRAP_ADMIN_CLIENT_ID",
          "KC_BOOTSTRAP_ADMIN_CLIENT_SECRET");

  @Test
  void every_setting_has_a_line_with_an_explanation_before_it() throws IOException {
    List<String> lines = Files.readAllLines(EXAMPLE);
    for (Setting setting : Setting.values()) {
      String wanted = setting.standard().map(s -> "#" + setting.variable() + "=" + s).orElse("");
      String start = setting.required() ? setting.variable() + "=" : wanted;
      int at = indexOf(lines, start);
      assertThat(at).as("%s in %s", start, EXAMPLE).isPositive();
      assertThat(lines.get(at - 1)).as("before %s", start).startsWith("# ");
    }
  }

  @Test
  void config_names_no_setting_that_does_not_exist() throws IOException {
    Set<String> known =
        Arrays.stream(Setting.values()).map(Setting::variable).collect(Collectors.toSet());
    assertThat(variables(EXAMPLE)).isSubsetOf(known);
    assertThat(variables(Path.of("config/README.md"))).isSubsetOf(known);
  }

  @Test
  void every_variable_in_docker_is_a_setting_or_one_of_an_image() throws IOException {
    Set<String> known =
        Arrays.stream(Setting.values()).map(Setting::variable).collect(Collectors.toSet());
    known.addAll(OF_THE_IMAGES);
    try (Stream<Path> files = Files.walk(Path.of("docker"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        assertThat(variables(file)).as(file.toString()).isSubsetOf(known);
      }
    }
  }

  @Test
  void compose_names_images_by_version_and_publishes_on_this_machine_alone() throws IOException {
    Map<String, Map<String, Object>> services = services();
    assertThat(services).containsKeys("postgres", "keycloak", "migrator", "trellis", "mail");
    services.forEach(
        (name, service) -> {
          if (service.get("image") instanceof String image) {
            assertThat(image).as(name).matches("[a-z/]+:v?[0-9]+\\.[0-9.]+");
          }
          if (service.get("ports") instanceof List<?> ports) {
            assertThat(ports).allSatisfy(p -> assertThat(p.toString()).startsWith("127.0.0.1:"));
          }
        });
  }

  @Test
  void compose_mounts_only_what_exists() throws IOException {
    for (Map<String, Object> service : services().values()) {
      if (service.get("volumes") instanceof List<?> volumes) {
        for (Object volume : volumes) {
          String source = volume.toString().split(":", 2)[0];
          if (source.startsWith(".")) {
            assertThat(Path.of("docker").resolve(source)).exists();
          }
        }
      }
    }
  }

  @Test
  void every_variable_that_compose_demands_stands_in_its_example() throws IOException {
    Set<String> example = variables(Path.of("docker/.env.example"));
    Matcher demanded = Pattern.compile("\\$\\{([A-Z_]+):\\?}").matcher(Files.readString(COMPOSE));
    while (demanded.find()) {
      assertThat(example).contains(demanded.group(1));
    }
  }

  @Test
  void the_dockerfile_pins_its_images_and_copies_what_is_there() throws IOException {
    for (String line : Files.readAllLines(DOCKERFILE)) {
      if (line.startsWith("FROM ")) {
        assertThat(line).matches("FROM [a-z/-]+:[0-9][0-9._]*-[a-z0-9]+ AS [a-z]+");
      }
      if (line.startsWith("COPY ") && !line.contains(" target/")) {
        assertThat(Path.of(line.split(" ")[1])).exists();
      }
    }
  }

  private static Map<String, Map<String, Object>> services() throws IOException {
    Map<String, Map<String, Map<String, Object>>> compose =
        new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(COMPOSE));
    return Objects.requireNonNull(compose.get("services"));
  }

  private static int indexOf(List<String> lines, String start) {
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).startsWith(start)) {
        return i;
      }
    }
    return -1;
  }

  private static Set<String> variables(Path file) throws IOException {
    Set<String> names = new TreeSet<>();
    Matcher found = VARIABLE.matcher(Files.readString(file));
    while (found.find()) {
      names.add(found.group());
    }
    return names;
  }
}
