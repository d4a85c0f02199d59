package health.trellis.notes;

import health.trellis.kernel.ClientId;
import health.trellis.kernel.ClinicId;
import health.trellis.kernel.Identifier;
import health.trellis.kernel.PersonId;
import health.trellis.kernel.ProcessNoteId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

/**
 * What a sealed text belongs to. It is sealed together with it, so that a text which was moved to
 * another note, client, clinic or author does not open there.
 */
public record ProcessNoteSubject(
    ProcessNoteId note, ClientId client, ClinicId clinic, PersonId author) {
  private static final byte[] KIND = "trellis process note 1".getBytes(StandardCharsets.US_ASCII);

  /** The same as bytes, always of one length. */
  byte[] bytes() {
    ByteBuffer bytes = ByteBuffer.allocate(KIND.length + 4 * 2 * Long.BYTES).put(KIND);
    Stream.<Identifier>of(note, client, clinic, author)
        .map(Identifier::value)
        .forEach(
            id -> bytes.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits()));
    return bytes.array();
  }
}
