package health.trellis.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.AbstractStringAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each thing that can stand in the way of a start is told in one sentence that says what to do. */
class FaultTest {
  @TempDir Path folder;

  @Test
  void a_taken_port_is_named_with_the_setting_that_moves_it() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int port = taken.getLocalPort();
      Ports free = Ports.free();
      refused(() -> new Ports(port, free.keycloak(), free.postgres()).check())
          .contains(port + ", meant for Trellis", "stop the program", "TRELLIS_PORT");
      refused(() -> new Ports(free.trellis(), port, free.postgres()).check())
          .contains("meant for Keycloak", "TRELLIS_KEYCLOAK_PORT");
      refused(() -> new Ports(free.trellis(), free.keycloak(), port).check())
          .contains("meant for PostgreSQL", "TRELLIS_POSTGRES_PORT");
    }
  }

  @Test
  void one_port_for_two_servers_is_refused() {
    Ports free = Ports.free();
    refused(() -> new Ports(free.trellis(), free.trellis(), free.postgres()).check())
        .contains("three different ports");
  }

  @Test
  void a_port_beyond_the_last_is_refused() {
    refused(() -> new Ports(70_000, 8180, 5433).check()).contains("between 1 and 65535");
  }

  @Test
  void a_java_outside_the_tested_range_is_refused() {
    refused(() -> JavaVersion.check(11)).contains("Java 11 is too old", "JAVA_HOME");
    refused(() -> JavaVersion.check(25)).contains("Java 25 is too new", "JAVA_HOME");
    assertThatCode(() -> JavaVersion.check(17)).doesNotThrowAnyException();
    assertThatCode(() -> JavaVersion.check(21)).doesNotThrowAnyException();
  }

  @Test
  void a_full_disk_is_told_with_what_is_needed() {
    refused(() -> DataFolder.checkSpace(folder, 10 * 1024 * 1024))
        .contains("only 10 MB left", "free some space", "TRELLIS_DATA");
  }

  @Test
  void a_data_folder_belongs_to_one_trellis_at_a_time() {
    try (DataFolder held = DataFolder.open(folder)) {
      refused(() -> DataFolder.open(held.path())).contains("Another Trellis", "stop it first");
    }
    DataFolder.open(folder).close();
  }

  @Test
  void a_data_folder_that_cannot_be_written_is_told() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "not a folder");
    refused(() -> DataFolder.open(file.resolve("data"))).contains("cannot be written");
  }

  @Test
  void a_missing_server_is_told() {
    refused(() -> KeycloakFiles.in(folder, folder.resolve("none.zip"), folder, Progress.silent()))
        .contains("missing or damaged", "mvn -Prun");
  }

  @Test
  void a_database_of_another_version_is_not_touched() throws IOException {
    Files.createDirectories(folder.resolve("postgres"));
    Files.writeString(folder.resolve("postgres/PG_VERSION"), "15\n");
    try (DataFolder data = DataFolder.open(folder)) {
      Secrets secrets = new Secrets(folder.resolve("secrets"), "of a test");
      PostgresFiles files = PostgresFiles.in(Plan.forTests(folder).servers());
      refused(() -> PostgresServer.prepare(files, data, secrets))
          .contains("made by PostgreSQL 15", "pg_dump");
    }
  }

  @Test
  void a_database_without_its_passwords_is_told() throws IOException {
    Files.createDirectories(folder.resolve("postgres"));
    Files.writeString(folder.resolve("postgres/PG_VERSION"), "18\n");
    try (DataFolder data = DataFolder.open(folder)) {
      Secrets secrets = new Secrets(folder.resolve("secrets"), "of a test");
      PostgresFiles files = PostgresFiles.in(Plan.forTests(folder).servers());
      refused(() -> PostgresServer.prepare(files, data, secrets)).contains("secrets.properties");
    }
  }

  @Test
  void the_cause_of_a_failed_deployment_is_the_innermost() {
    String log =
        "SEVERE\njava.lang.Exception: outer\n\tat a.B\nCaused by: c.D: e\n\tat f.G\nCaused by: h.I: j\n]]";
    assertThat(PayaraServer.cause(log)).isEqualTo("h.I: j");
    assertThat(PayaraServer.cause("nothing")).isEqualTo("no cause is named");
  }

  private static AbstractStringAssert<?> refused(ThrowingCallable start) {
    Throwable thrown = catchThrowable(start);
    assertThat(thrown).isInstanceOf(Fault.class);
    return assertThat(thrown.getMessage()).endsWith(".").doesNotContain("\n");
  }
}
