package health.trellis.launch;

import static org.assertj.core.api.Assertions.assertThat;

import health.trellis.kernel.Setting;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher as a person runs it: killed once, started again, and ended by Ctrl-C. */
class LauncherIT {
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final Installation HERE = Installation.here();

  @TempDir static Path folder;
  private static final Ports PORTS = Ports.free();
  private static List<ListeningSockets.Socket> sockets = List.of();
  private static String firstStart = "";
  private static String secondStart = "";
  private static List<ProcessHandle> afterKill = List.of();
  private static List<ProcessHandle> afterEnd = List.of();
  private static int secondLauncher;
  private static Outages outages = new Outages("", "", "");

  @BeforeAll
  static void start_kill_start_and_end() throws IOException, InterruptedException {
    Process first = launch("first.log");
    firstStart = awaitWord(first, "first.log", "The database is up to date");
    afterKill = first.descendants().toList();
    first.destroyForcibly().waitFor();

    Process second = launch("second.log");
    secondStart = awaitWord(second, "second.log", "Trellis is ready at");
    sockets = ListeningSockets.of(second.toHandle());
    afterEnd = second.descendants().toList();
    Process third = launch("third.log");
    secondLauncher = third.waitFor();
    outages =
        Outages.cause(folder.resolve("data"), URI.create("http://127.0.0.1:" + PORTS.trellis()));
    new ProcessBuilder("kill", "-INT", Long.toString(second.pid())).start().waitFor();
    assertThat(second.waitFor(60, TimeUnit.SECONDS)).isTrue();
  }

  @AfterAll
  static void leave_nothing() {
    Stream.concat(afterKill.stream(), afterEnd.stream())
        .filter(ProcessHandle::isAlive)
        .forEach(ProcessHandle::destroyForcibly);
  }

  @Test
  void the_last_line_says_ready_and_where() {
    assertThat(secondStart.strip().lines().reduce("", (all, line) -> line))
        .isEqualTo("Trellis is ready at http://localhost:" + PORTS.trellis());
  }

  @Test
  void a_start_after_an_unclean_death_ends_what_was_left() {
    assertThat(firstStart).contains("PostgreSQL answers");
    assertThat(afterKill).isNotEmpty().noneMatch(ProcessHandle::isAlive);
    assertThat(secondStart).contains("An earlier start had not ended cleanly");
  }

  @Test
  void three_ports_and_one_for_mails_are_open_and_each_on_this_machine_alone() {
    assertThat(sockets).hasSize(4).allMatch(ListeningSockets.Socket::loopback);
    assertThat(sockets.stream().map(ListeningSockets.Socket::port))
        .contains(PORTS.trellis(), PORTS.keycloak(), PORTS.postgres());
  }

  @Test
  void the_health_page_names_the_part_that_is_down() {
    assertThat(outages.withoutKeycloak())
        .startsWith("503")
        .contains("\"keycloak\":\"down\"", "\"database\":\"up\"");
    assertThat(outages.afterwards()).startsWith("200").contains("\"keycloak\":\"up\"");
    assertThat(outages.withoutDatabase())
        .startsWith("503")
        .contains("\"database\":\"down\"", "\"keycloak\":\"");
  }

  @Test
  void ctrl_c_leaves_no_process_behind() {
    assertThat(afterEnd).hasSizeGreaterThanOrEqualTo(3).noneMatch(ProcessHandle::isAlive);
    assertThat(folder.resolve("data/running")).isEmptyDirectory();
    assertThat(folder.resolve("data/postgres/postmaster.pid")).doesNotExist();
  }

  @Test
  void a_second_trellis_on_the_same_folder_says_what_to_do() throws IOException {
    assertThat(secondLauncher).isEqualTo(1);
    assertThat(text("third.log").strip().lines())
        .singleElement()
        .asString()
        .contains("Another Trellis is using the data folder", "TRELLIS_DATA");
  }

  @Test
  void the_demo_sign_ins_are_printed_and_readable_by_their_owner_alone() throws IOException {
    Path file = folder.resolve("data/demo-sign-ins.properties");
    Map<String, String> signIns =
        Files.readAllLines(file).stream()
            .filter(line -> !line.startsWith("#"))
            .map(line -> line.split("=", 2))
            .collect(Collectors.toMap(words -> words[0], words -> words[1]));
    assertThat(signIns).containsOnlyKeys("therapist", "colleague", "supervisor", "admin", "client");
    assertThat(secondStart).contains(signIns.values());
    for (Path secret :
        List.of(
            file,
            folder.resolve("data/secrets.properties"),
            folder.resolve("data/" + ProcessNoteKey.NAME))) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secret)))
          .isEqualTo("rw-------");
    }
  }

  @Test
  void no_stack_trace_reaches_the_console() {
    assertThat(firstStart + secondStart).doesNotContain("\tat ", "Exception");
  }

  private static Process launch(String log) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
                // A shell that runs this build in the background has Java ignore Ctrl-C; undo that.
                "env",
                "--default-signal=INT",
                KeycloakFiles.java(),
                "-XX:TieredStopAtLevel=1",
                "-Dtrellis.base=" + HERE.base(),
                "-Dtrellis.servers=" + HERE.servers(),
                "-Dtrellis.war=" + HERE.war(),
                "-Dtrellis.unpacked=" + HERE.base().resolve("data/servers"),
                "-cp",
                System.getProperty("java.class.path"),
                "health.trellis.launch.Launcher")
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve(log).toFile());
    Map<String, String> environment = builder.environment();
    environment.keySet().removeIf(name -> name.startsWith("TRELLIS_"));
    environment.put(Setting.DATA.variable(), folder.resolve("data").toString());
    environment.put(Setting.PORT.variable(), Integer.toString(PORTS.trellis()));
    environment.put(Setting.KEYCLOAK_PORT.variable(), Integer.toString(PORTS.keycloak()));
    environment.put(Setting.POSTGRES_PORT.variable(), Integer.toString(PORTS.postgres()));
    return builder.start();
  }

  private static String awaitWord(Process launcher, String log, String word)
      throws IOException, InterruptedException {
    Instant end = Instant.now().plus(PATIENCE);
    while (!text(log).contains(word)) {
      assertThat(launcher.isAlive()).as("it ended: %s", text(log)).isTrue();
      assertThat(Instant.now()).as("it took too long: %s", text(log)).isBefore(end);
      Thread.sleep(100);
    }
    Thread.sleep(200);
    return text(log);
  }

  private static String text(String log) throws IOException {
    return Files.readString(folder.resolve(log));
  }
}
