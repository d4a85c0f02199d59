package health.trellis.launch;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's programs for this machine, unpacked once from a library of the launcher. */
final class PostgresFiles {
  /** The major version that the library brings. */
  static final int MAJOR = 18;

  private final Path folder;

  private PostgresFiles(Path folder) {
    this.folder = folder;
  }

  /** Unpacks the programs into the folder for servers, unless they are there already. */
  static PostgresFiles in(Path servers) {
    Path folder = servers.resolve("postgresql-" + MAJOR + "-" + version());
    if (!Files.exists(folder)) {
      Path draft = servers.resolve("postgresql-" + ProcessHandle.current().pid() + ".new");
      try {
        deleteAll(draft);
        unpack(draft);
        move(draft, folder);
      } catch (IOException e) {
        throw new Fault(
            "PostgreSQL could not be unpacked into " + servers + ": see that there is space.", e);
      }
    }
    return new PostgresFiles(folder);
  }

  /** One of PostgreSQL's programs, as {@code initdb}. */
  String program(String name) {
    return folder.resolve("bin").resolve(isWindows() ? name + ".exe" : name).toString();
  }

  static void move(Path draft, Path folder) throws IOException {
    try {
      Files.move(draft, folder, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      if (!Files.isDirectory(folder)) {
        throw e;
      }
      deleteAll(draft);
    }
  }

  static void deleteAll(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  static boolean isWindows() {
    return System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows");
  }

  private static String system() {
    String name = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    if (name.startsWith("windows")) {
      return "Windows";
    }
    return name.startsWith("mac") ? "Darwin" : "Linux";
  }

  /** A short name of just this library, so that another one is unpacked beside it. */
  private static String version() {
    try (InputStream packed = packed()) {
      return Hash.of(packed.readAllBytes()).substring(0, 12);
    } catch (IOException e) {
      throw new Fault("The embedded PostgreSQL cannot be read: run mvn -Prun again.", e);
    }
  }

  private static InputStream packed() throws IOException {
    String arch = System.getProperty("os.arch", "");
    try {
      return DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(system(), arch);
    } catch (IllegalStateException e) {
      throw new Fault(
          "There is no embedded PostgreSQL for %s on %s: point Trellis at a PostgreSQL of your own, as config/README.md says."
              .formatted(system(), arch),
          e);
    }
  }

  private static void unpack(Path draft) throws IOException {
    try (InputStream packed = packed()) {
      TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(packed));
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        write(draft, tar, entry);
      }
    }
  }

  private static void write(Path draft, TarArchiveInputStream tar, TarArchiveEntry entry)
      throws IOException {
    Path target = draft.resolve(entry.getName()).normalize();
    if (!target.startsWith(draft)) {
      throw new IOException("an entry leaves the folder: " + entry.getName());
    }
    if (entry.isDirectory()) {
      Files.createDirectories(target);
      return;
    }
    Files.createDirectories(target.getParent());
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
      return;
    }
    Files.copy(tar, target);
    if ((entry.getMode() & 0100) != 0 && !target.toFile().setExecutable(true, false)) {
      throw new IOException(target + " cannot be made a program");
    }
  }
}
