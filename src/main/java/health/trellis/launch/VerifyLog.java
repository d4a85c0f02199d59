package health.trellis.launch;

import health.trellis.kernel.Settings;
import health.trellis.kernel.WrongSetting;
import health.trellis.proof.Proof;
import health.trellis.proof.Prover;
import health.trellis.seal.Anchors;
import health.trellis.seal.Report;
import health.trellis.seal.SealingKey;
import health.trellis.seal.Verifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/**
 * Checks the whole audit log, or proves that one event is in it, or reads such a proof: a command
 * for whoever has the public key and the checkpoints that were kept elsewhere. It changes nothing.
 */
public final class VerifyLog {
  private static final int SOUND = 0;
  private static final int FAILED = 1;
  private static final int FOUND = 2;

  private VerifyLog() {}

  /**
   * Checks the database that the environment names.
   *
   * @param arguments {@code verify PUBLIC-KEY ANCHORS}, which ends with 0 where all is sound and
   *     with 2 where something was found; or {@code prove PUBLIC-KEY EVENT}, which prints the
   *     proof; or {@code confirm PUBLIC-KEY PROOF}, which reads a proof that was kept, and needs no
   *     database; any other end is 1
   */
  public static void main(String[] arguments) {
    int end = FAILED;
    try {
      end = run(arguments);
    } catch (WrongSetting | Fault e) {
      System.err.println(e.getMessage());
    }
    System.exit(end);
  }

  private static int run(String[] arguments) {
    if (arguments.length != 3) {
      throw new Fault(
          "Say: verify PUBLIC-KEY ANCHORS, or: prove PUBLIC-KEY EVENT, or: confirm PUBLIC-KEY PROOF.");
    }
    PublicKey key = key(Path.of(arguments[1]));
    if (arguments[0].equals("confirm")) {
      return confirm(key, Path.of(arguments[2]));
    }
    try (Connection connection = SealLog.source(Settings.of(System.getenv())).open()) {
      return switch (arguments[0]) {
        case "verify" -> verify(connection, key, Path.of(arguments[2]));
        case "prove" -> prove(connection, key, arguments[2]);
        default -> throw new Fault("It can verify, prove and confirm, not " + arguments[0] + ".");
      };
    } catch (SQLException e) {
      throw new Fault("The database cannot be read: " + e.getMessage() + ".", e);
    }
  }

  private static int verify(Connection connection, PublicKey key, Path anchors)
      throws SQLException {
    if (!Files.isReadable(anchors)) {
      throw new Fault(
          "The file "
              + anchors
              + " with the checkpoints that were kept elsewhere cannot be read: without it a log"
              + " that was cut off looks sound.");
    }
    Report report = new Verifier(connection, key, new Anchors(anchors)).verify();
    say(report);
    return report.sound() ? SOUND : FOUND;
  }

  private static void say(Report report) {
    report.findings().forEach(finding -> System.out.println(finding.sentence()));
    if (report.wrong() > report.findings().size()) {
      System.out.println("… and " + (report.wrong() - report.findings().size()) + " more.");
    }
    report.notes().forEach(System.out::println);
    System.out.printf(
        "%s: %d events in %d batches, %d not sealed yet, %d checkpoints, %d kept elsewhere, %d"
            + " records.%n",
        report.sound() ? "Sound" : report.wrong() + " findings",
        report.events(),
        report.batches(),
        report.waiting(),
        report.checkpoints(),
        report.anchors(),
        report.records());
  }

  private static int prove(Connection connection, PublicKey key, String event) throws SQLException {
    if (!event.matches("[0-9]{1,18}")) {
      throw new Fault("An event is named by its number, not by " + event + ".");
    }
    Optional<Proof> proof = Prover.ofAll(connection).prove(Long.parseLong(event));
    if (proof.isEmpty()) {
      throw new Fault("Event " + event + " is not there, or not signed yet, which takes a minute.");
    }
    System.out.print(proof.get().text());
    return say(proof.get().holds(key));
  }

  /** Needs no database: a proof says all that it takes. */
  private static int confirm(PublicKey key, Path file) {
    try {
      Proof proof = Proof.parse(Files.readString(file));
      System.out.println(proof.row());
      return say(proof.holds(key));
    } catch (IOException e) {
      throw new Fault("The file " + file + " cannot be read: see that it is there.", e);
    } catch (IllegalArgumentException e) {
      throw new Fault("The file " + file + " holds no proof.", e);
    }
  }

  private static int say(boolean holds) {
    System.out.println(holds ? "\nThe proof holds." : "\nThe proof does not hold.");
    return holds ? SOUND : FOUND;
  }

  private static PublicKey key(Path file) {
    try {
      return SealingKey.readOpen(Files.readString(file));
    } catch (IOException e) {
      throw new Fault("The file " + file + " cannot be read: see that it is there.", e);
    } catch (IllegalArgumentException e) {
      throw new Fault("The file " + file + " holds no public key.", e);
    }
  }
}
