package health.trellis.launch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Keycloak unpacked and built for PostgreSQL, kept for the next start. A build takes half a minute
 * and is made again only when the version or an option changes.
 */
final class KeycloakFiles {
  /** What is fixed at the build; each part that is off cannot be turned on by a mistake later. */
  private static final List<String> OPTIONS =
      List.of(
          "--db=postgres",
          "--health-enabled=false",
          "--metrics-enabled=false",
          "--transaction-xa-enabled=false",
          "--features-disabled=ciba,device-flow,impersonation,kerberos");

  private final Path home;

  private KeycloakFiles(Path home) {
    this.home = home;
  }

  /** Builds Keycloak in the folder for servers, unless the same build is there already. */
  static KeycloakFiles in(Path servers, Path zip, Path logs, Progress progress) {
    String version = version(zip);
    String options = Hash.of(String.join(" ", OPTIONS) + Runtime.version().feature());
    Path home = servers.resolve(version + "-" + options.substring(0, 8));
    if (!Files.exists(home)) {
      try (FileChannel channel =
              FileChannel.open(
                  servers.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
          FileLock lock = channel.lock()) {
        if (lock.isValid() && !Files.exists(home)) {
          progress.say("Keycloak is being built for the first start; this takes a minute.");
          progress.step("Keycloak is built", () -> build(servers, zip, home, logs));
        }
      } catch (IOException e) {
        throw new Fault(
            "Keycloak could not be unpacked into " + servers + ": see that there is space.", e);
      }
    }
    return new KeycloakFiles(home);
  }

  /** The command that starts it; without the script, so that the process is Keycloak itself. */
  List<String> command(List<String> javaOptions, List<String> arguments) {
    return command(home, javaOptions, arguments);
  }

  /** The Java that this process runs on. */
  static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  private static List<String> command(Path home, List<String> javaOptions, List<String> arguments) {
    List<String> command = new ArrayList<>(List.of(java()));
    command.addAll(javaOptions);
    for (String open : List.of("util", "util.concurrent", "security", "lang")) {
      command.add("--add-opens=java.base/java." + open + "=ALL-UNNAMED");
    }
    command.add("-Dkc.home.dir=" + home);
    command.add("-Djboss.server.config.dir=" + home.resolve("conf"));
    command.add("-Djava.util.logging.manager=org.jboss.logmanager.LogManager");
    command.add("-Dpicocli.disable.closures=true");
    command.add("-Dfile.encoding=UTF-8");
    command.addAll(List.of("-Duser.language=en", "-Duser.country=US"));
    command.addAll(List.of("-cp", home.resolve("lib/quarkus-run.jar").toString()));
    command.add("io.quarkus.bootstrap.runner.QuarkusEntryPoint");
    command.addAll(arguments);
    return command;
  }

  private static Path build(Path servers, Path zip, Path home, Path logs) throws IOException {
    Path draft = servers.resolve("keycloak.new");
    PostgresFiles.deleteAll(draft);
    unzip(zip, draft);
    Path unpacked = draft.resolve(version(zip));
    List<String> arguments = new ArrayList<>(List.of("build"));
    arguments.addAll(OPTIONS);
    Path log = logs.resolve("keycloak.build.log");
    ProcessBuilder builder =
        new ProcessBuilder(command(unpacked, List.of("-Xmx1g"), arguments))
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("KC_"));
    if (Interrupted.unless(builder.start()) != 0) {
      throw new Fault("Keycloak could not be built: read why in " + log + ".");
    }
    Files.move(unpacked, home);
    PostgresFiles.deleteAll(draft);
    return home;
  }

  private static String version(Path zip) {
    try (ZipFile file = new ZipFile(zip.toFile())) {
      return file.entries().nextElement().getName().split("/", 2)[0];
    } catch (IOException e) {
      throw new Fault(
          "Keycloak's archive " + zip + " is missing or damaged: run mvn -Prun again.", e);
    }
  }

  private static void unzip(Path zip, Path folder) throws IOException {
    try (ZipFile file = new ZipFile(zip.toFile())) {
      for (Enumeration<? extends ZipEntry> all = file.entries(); all.hasMoreElements(); ) {
        ZipEntry entry = all.nextElement();
        Path target = folder.resolve(entry.getName()).normalize();
        if (!target.startsWith(folder)) {
          throw new IOException("an entry leaves the folder: " + entry.getName());
        }
        if (entry.isDirectory()) {
          Files.createDirectories(target);
          continue;
        }
        Files.createDirectories(target.getParent());
        try (InputStream content = file.getInputStream(entry)) {
          Files.copy(content, target);
        }
      }
    }
  }
}
