package health.trellis.proof;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The head of the chain at a moment, signed with Ed25519 (RFC 8032). It goes off the machine, so
 * that whoever rewrites the whole database still meets it.
 *
 * @param head what is signed
 * @param signature 64 bytes over {@link Head#text()}
 */
public record Checkpoint(Head head, byte[] signature) {
  private static final Pattern LINE =
      Pattern.compile(
          "log ([0-9a-f-]{36}) checkpoint ([0-9]{1,18}) era ([0-9]{1,9}) batch ([0-9]{1,18}) events"
              + " ([0-9]{1,18}) hash ([0-9a-f]{64}) signed (\\S{20,30}) key ([0-9a-f]{16})"
              + " signature (\\S{86,88})");

  /**
   * What a checkpoint says.
   *
   * @param log names the installation
   * @param number from 1, without a gap
   * @param era the era of the batch
   * @param batch the last batch
   * @param events how many events all batches hold up to it
   * @param hash the hash of that batch
   * @param signedAt when, to the microsecond
   * @param key names the key it is signed with
   */
  public record Head(
      UUID log,
      long number,
      int era,
      long batch,
      long events,
      byte[] hash,
      Instant signedAt,
      String key) {

    /** What is signed: one line for each thing. */
    public String text() {
      return String.join(
          "\n",
          "trellis-checkpoint/1",
          "log " + log,
          "number " + number,
          "era " + era,
          "batch " + batch,
          "events " + events,
          "hash " + HexFormat.of().formatHex(hash),
          "signed " + signedAt,
          "key " + key,
          "");
    }

    public byte[] bytes() {
      return text().getBytes(StandardCharsets.UTF_8);
    }

    public boolean same(Head other) {
      return text().equals(other.text());
    }
  }

  /** Whether this text was signed with the key that belongs to the public one. */
  public static boolean verifies(PublicKey key, byte[] message, byte[] signed) {
    try {
      Signature signature = Signature.getInstance("Ed25519");
      signature.initVerify(key);
      signature.update(message);
      return signature.verify(signed);
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  /** As a line of a file of anchors. */
  public String line() {
    return "log %s checkpoint %d era %d batch %d events %d hash %s signed %s key %s signature %s"
        .formatted(
            head.log(),
            head.number(),
            head.era(),
            head.batch(),
            head.events(),
            HexFormat.of().formatHex(head.hash()),
            head.signedAt(),
            head.key(),
            Base64.getEncoder().encodeToString(signature));
  }

  /**
   * Reads such a line.
   *
   * @throws IllegalArgumentException where it is none
   */
  public static Checkpoint parse(String line) {
    Matcher said = LINE.matcher(line);
    if (!said.matches()) {
      throw new IllegalArgumentException("no line of a checkpoint");
    }
    try {
      return new Checkpoint(
          new Head(
              UUID.fromString(said.group(1)),
              Long.parseLong(said.group(2)),
              Integer.parseInt(said.group(3)),
              Long.parseLong(said.group(4)),
              Long.parseLong(said.group(5)),
              HexFormat.of().parseHex(said.group(6)),
              Instant.parse(said.group(7)),
              said.group(8)),
          Base64.getDecoder().decode(said.group(9)));
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("no line of a checkpoint", e);
    }
  }
}
