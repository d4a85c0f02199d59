package health.trellis.launch;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/**
 * The folder that outlives a restart: the database, Keycloak's build, passwords and logs. Only its
 * owner can read it, and only one Trellis at a time holds it; the lock ends with the process that
 * took it, however that ends.
 */
public final class DataFolder implements AutoCloseable {
  private static final long ENOUGH_BYTES = 1_500L * 1024 * 1024;

  private final Path path;
  private final FileChannel channel;

  private DataFolder(Path path, FileChannel channel) {
    this.path = path;
    this.channel = channel;
  }

  /**
   * Makes the folder where needed and takes it for this process.
   *
   * @throws Fault where it cannot be written, is too full, or another Trellis holds it
   */
  public static DataFolder open(Path path) {
    Path folder = path.toAbsolutePath().normalize();
    FileChannel channel = openLock(folder);
    FileLock lock = lock(channel);
    if (lock == null) {
      throw new Fault(
          "Another Trellis is using the data folder %s: stop it first, or choose another folder with TRELLIS_DATA."
              .formatted(folder));
    }
    checkSpace(folder, folder.toFile().getUsableSpace());
    return new DataFolder(folder, channel);
  }

  /** The folder itself. */
  public Path path() {
    return path;
  }

  /** A file or folder in it, which need not exist. */
  public Path resolve(String name) {
    return path.resolve(name);
  }

  /** A folder in it, made where it is missing. */
  public Path folder(String name) {
    return makePrivate(path.resolve(name));
  }

  /** Lets another Trellis have the folder. */
  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new Fault("The lock of the data folder could not be released.", e);
    }
  }

  /**
   * Refuses a disk that would fill up during the start.
   *
   * @param free what is left, in bytes
   */
  static void checkSpace(Path folder, long free) {
    if (free < ENOUGH_BYTES) {
      throw new Fault(
          "The disk of the data folder %s has only %d MB left and Trellis needs %d: free some space, or choose another folder with TRELLIS_DATA."
              .formatted(folder, free / (1024 * 1024), ENOUGH_BYTES / (1024 * 1024)));
    }
  }

  /** Makes a folder that only its owner can enter. */
  static Path makePrivate(Path folder) {
    try {
      if (Files.isDirectory(folder)) {
        return folder;
      }
      if (isPosix(folder)) {
        return Files.createDirectories(
            folder,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      }
      return Files.createDirectories(folder);
    } catch (IOException e) {
      throw notWritable(folder, e);
    }
  }

  /** Writes a new file that only its owner can read. */
  static void writePrivately(Path file, String content) throws IOException {
    Files.createFile(file, ownerOnly(file));
    Files.writeString(file, content, StandardOpenOption.SYNC);
  }

  private static FileAttribute<?>[] ownerOnly(Path path) {
    if (!isPosix(path)) {
      return new FileAttribute<?>[0];
    }
    return new FileAttribute<?>[] {
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
    };
  }

  /** Whether files here have owners and permissions in the Unix way. */
  static boolean isPosix(Path path) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix");
  }

  private static FileChannel openLock(Path folder) {
    try {
      makePrivate(folder);
      return FileChannel.open(
          folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    } catch (IOException e) {
      throw notWritable(folder, e);
    }
  }

  private static @Nullable FileLock lock(FileChannel channel) {
    try {
      FileLock lock = channel.tryLock();
      if (lock == null) {
        channel.close();
      }
      return lock;
    } catch (OverlappingFileLockException e) {
      return null;
    } catch (IOException e) {
      throw new Fault(
          "The data folder cannot be locked on this kind of disk: choose a local folder with TRELLIS_DATA.",
          e);
    }
  }

  private static Fault notWritable(Path folder, IOException cause) {
    return new Fault(
        "The data folder %s cannot be written: give your user the right to write there, or choose another folder with TRELLIS_DATA."
            .formatted(folder),
        cause);
  }
}
