package health.trellis.launch;

import health.trellis.kernel.Setting;
import health.trellis.kernel.Settings;
import health.trellis.kernel.WrongSetting;
import health.trellis.seal.SealingKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Makes the key that signs the audit log: a file with both parts, which its owner alone can read,
 * and beside it, with {@code .pub} at its end, the public part for whoever checks. The launcher
 * makes it by itself; elsewhere this runs by itself, once.
 */
public final class SealKey {
  /** Its name in the launcher's data folder. */
  static final String NAME = "seal-key.pem";

  private SealKey() {}

  /** Makes the file that the environment names; ends with 1 where it could not. */
  public static void main(String[] arguments) {
    try {
      Path file = Path.of(Settings.of(System.getenv()).text(Setting.SEAL_KEY_FILE));
      make(file);
      System.out.println(
          "The key is in " + file + "; give " + open(file) + " to whoever checks the log.");
    } catch (WrongSetting | Fault e) {
      System.err.println(e.getMessage());
      System.exit(1);
    }
  }

  /**
   * Makes both files.
   *
   * @throws Fault where the first is there already, or they cannot be written
   */
  public static void make(Path file) {
    if (Files.exists(file)) {
      throw new Fault("The file " + file + " is there already, and was left as it is.");
    }
    SealingKey key = SealingKey.make();
    try {
      Files.writeString(
          open(file), key.openPem(), StandardOpenOption.CREATE, StandardOpenOption.SYNC);
      DataFolder.writePrivately(file, key.secretPem() + key.openPem());
    } catch (IOException e) {
      throw new Fault("The file " + file + " cannot be written: see that its folder can be.", e);
    }
  }

  /**
   * Reads the file with both parts.
   *
   * @throws Fault where it is missing or holds no such key
   */
  public static SealingKey read(Path file) {
    try {
      String pem = Files.readString(file);
      int open = pem.indexOf("-----BEGIN PUBLIC KEY-----");
      if (open < 0) {
        throw new IllegalArgumentException("no public part");
      }
      return SealingKey.read(pem.substring(0, open), pem.substring(open));
    } catch (IOException e) {
      throw new Fault("The file " + file + " cannot be read: see that it is there.", e);
    } catch (IllegalArgumentException e) {
      throw new Fault("The file " + file + " holds no key that signs the audit log.", e);
    }
  }

  /** The file with the public part alone. */
  static Path open(Path file) {
    return file.resolveSibling(file.getFileName() + ".pub");
  }
}
