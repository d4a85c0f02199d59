package health.trellis.proof;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The events of one batch in their order: the id of each and the hash of its leaf. Stored beside
 * the batch, eight and thirty-two bytes each, it lets a check name the row that was changed.
 */
public final class Leaves {
  private static final int SIZE = Long.BYTES + 32;

  private final List<Long> ids = new ArrayList<>();
  private final List<byte[]> hashes = new ArrayList<>();

  /** The leaves that were stored. */
  public static Leaves of(byte[] stored) {
    Leaves leaves = new Leaves();
    ByteBuffer bytes = ByteBuffer.wrap(stored);
    while (bytes.remaining() >= SIZE) {
      long id = bytes.getLong();
      byte[] hash = new byte[32];
      bytes.get(hash);
      leaves.add(id, hash);
    }
    return leaves;
  }

  /** Adds the next event. */
  public void add(long id, byte[] hash) {
    ids.add(id);
    hashes.add(hash);
  }

  public int size() {
    return ids.size();
  }

  /** The root of the tree over them; there is at least one. */
  public byte[] root() {
    return MerkleTree.root(hashes);
  }

  /** Where the event stands among them, from 0; −1 where it does not. */
  public int indexOf(long id) {
    return ids.indexOf(id);
  }

  public List<byte[]> hashes() {
    return List.copyOf(hashes);
  }

  /** The hash of each event, by its id. */
  public Map<Long, byte[]> byId() {
    Map<Long, byte[]> byId = new LinkedHashMap<>();
    IntStream.range(0, ids.size()).forEach(i -> byId.put(ids.get(i), hashes.get(i)));
    return byId;
  }

  /** As they are stored. */
  public byte[] bytes() {
    ByteBuffer bytes = ByteBuffer.allocate(SIZE * ids.size());
    for (int i = 0; i < ids.size(); i++) {
      bytes.putLong(ids.get(i)).put(hashes.get(i));
    }
    return bytes.array();
  }
}
