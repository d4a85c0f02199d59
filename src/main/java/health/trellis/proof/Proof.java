package health.trellis.proof;

import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

  private static final String ROW = "row";
  private static final String PLACE = "place in the batch, from 0";
  private static final String PATH = "path";
  private static final String BATCHES = "batches";
  private static final String CHECKPOINT = "checkpoint";
  private static final String SIGNATURE = "signature (Ed25519, base64)";
  private static final Pattern TEXT =
      Pattern.compile(
          ROW
              + "\n([^\n]*)\n\n"
              + Pattern.quote(PLACE)
              + "\n([0-9]{1,9})\n\n"
              + PATH
              + "\n((?:[0-9a-f]{64}\n)*)\n"
              + BATCHES
              + "\n((?:trellis-batch/1\n(?:[a-z]+ \\S+\n)+\n?)+)\n"
              + CHECKPOINT
              + "\n(trellis-checkpoint/1\n(?:[a-z]+ \\S+\n)+)\n"
              + Pattern.quote(SIGNATURE)
              + "\n([A-Za-z0-9+/=]{86,88})\n");

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
    return fits()
        && Checkpoint.verifies(
            key,
            checkpoint.text().getBytes(StandardCharsets.UTF_8),
            Base64.getDecoder().decode(checkpoint.signature()));
  }

  /** Whether it holds but for the signature, which only the public key tells. */
  public boolean fits() {
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

  /** The number of the batch that the event lies in. */
  public long batch() {
    return Long.parseLong(value(batches.get(0), "number"));
  }

  /** When that batch was sealed. */
  public Instant sealedAt() {
    return Instant.parse(value(batches.get(0), "sealed"));
  }

  /** How many events lie in that batch. */
  public long events() {
    return Long.parseLong(value(batches.get(0), "events"));
  }

  /** The number of the checkpoint. */
  public long signed() {
    return Long.parseLong(value(checkpoint.text(), "number"));
  }

  /** When the checkpoint was signed. */
  public Instant signedAt() {
    return Instant.parse(value(checkpoint.text(), "signed"));
  }

  /** By what the key is known with which it was signed. */
  public String key() {
    return value(checkpoint.text(), "key");
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
    return String.join(
        "\n",
        ROW,
        row,
        "",
        PLACE,
        Integer.toString(index),
        "",
        PATH,
        path.stream().map(hash -> hash + "\n").collect(Collectors.joining()),
        BATCHES,
        String.join("\n", batches),
        CHECKPOINT,
        checkpoint.text(),
        SIGNATURE,
        checkpoint.signature(),
        "");
  }

  /**
   * Reads such a text, whatever ends its lines.
   *
   * @throws IllegalArgumentException where it is none
   */
  public static Proof parse(String text) {
    Matcher said = TEXT.matcher(text.lines().collect(Collectors.joining("\n", "", "\n")));
    if (!said.matches()) {
      throw new IllegalArgumentException("no proof");
    }
    return new Proof(
        said.group(1),
        Integer.parseInt(said.group(2)),
        said.group(3).lines().toList(),
        List.of(said.group(4).split("\n(?=trellis-batch/)")),
        new SignedText(said.group(5), said.group(6)));
  }
}
