package health.trellis.seal;

import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What proves to anybody with the public key that one event was in the log when a checkpoint was
 * signed: the row, its way up the tree of its batch, the batches from there to the signed one, and
 * the signature. It shows nothing of any other event.
 *
 * @param row the event, in the form in which it was sealed
 * @param index its place in the batch, from 0
 * @param path the hashes beside its way to the root, the lowest first
 * @param batches the texts of its batch and of those after it, up to the signed one
 * @param checkpoint the signed checkpoint
 */
public record Proof(
    String row, int index, List<String> path, List<String> batches, SignedText checkpoint) {

  /** A text and the Ed25519 signature over it. */
  public record SignedText(String text, String signature) {}

  static Proof of(
      byte[] row, int index, List<byte[]> path, List<Batch> batches, Checkpoint checkpoint) {
    return new Proof(
        new String(row, StandardCharsets.UTF_8),
        index,
        path.stream().map(HexFormat.of()::formatHex).toList(),
        batches.stream().map(Batch::text).toList(),
        new SignedText(
            checkpoint.head().text(), Base64.getEncoder().encodeToString(checkpoint.signature())));
  }

  /**
   * Whether it holds: the row leads to the root of the first batch, each batch is the one that the
   * next follows on, and the last is the one that was signed with this key.
   */
  public boolean holds(PublicKey key) {
    byte[] message = checkpoint.text().getBytes(StandardCharsets.UTF_8);
    if (!SealingKey.verifies(key, message, Base64.getDecoder().decode(checkpoint.signature()))) {
      return false;
    }
    String expected = value(checkpoint.text(), "hash");
    for (int i = batches.size() - 1; i >= 0; i--) {
      byte[] hash = MerkleTree.sha256().digest(batches.get(i).getBytes(StandardCharsets.UTF_8));
      if (!HexFormat.of().formatHex(hash).equals(expected)) {
        return false;
      }
      expected = value(batches.get(i), "previous");
    }
    return leads(batches.get(0));
  }

  private boolean leads(String batch) {
    try {
      byte[] root =
          MerkleTree.rootOf(
              MerkleTree.leaf(row.getBytes(StandardCharsets.UTF_8)),
              index,
              Integer.parseInt(value(batch, "events")),
              path.stream().map(HexFormat.of()::parseHex).toList());
      return Arrays.equals(root, HexFormat.of().parseHex(value(batch, "root")));
    } catch (IllegalArgumentException noSuchPath) {
      return false;
    }
  }

  private static String value(String text, String name) {
    return text.lines()
        .filter(line -> line.startsWith(name + " "))
        .map(line -> line.substring(name.length() + 1))
        .findFirst()
        .orElse("");
  }

  /** As a text for people and programs: a heading, and below it one thing a line. */
  public String text() {
    return "row\n"
        + row
        + "\n\nplace in the batch, from 0\n"
        + index
        + "\n\npath\n"
        + String.join("\n", path)
        + "\n\nbatches\n"
        + batches.stream().collect(Collectors.joining("\n"))
        + "\ncheckpoint\n"
        + checkpoint.text()
        + "\nsignature (Ed25519, base64)\n"
        + checkpoint.signature()
        + "\n";
  }
}
