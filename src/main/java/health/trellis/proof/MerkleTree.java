package health.trellis.proof;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;

/**
 * The Merkle tree over a list of hashes, as RFC 9162 (Certificate Transparency 2.0), section 2.1,
 * has it: a leaf is SHA-256(0x00 ‖ content), a node SHA-256(0x01 ‖ left ‖ right), and the left half
 * of a tree is the largest power of two that is smaller than the whole. All hashes are 32 bytes.
 */
public final class MerkleTree {
  private static final byte LEAF = 0;
  private static final byte NODE = 1;

  private MerkleTree() {}

  /** The hash of one leaf with this content. */
  public static byte[] leaf(byte[] content) {
    MessageDigest digest = sha256();
    digest.update(LEAF);
    return digest.digest(content);
  }

  /**
   * The root over these leaves.
   *
   * @param leaves hashes of leaves, at least one
   */
  public static byte[] root(List<byte[]> leaves) {
    if (leaves.isEmpty()) {
      throw new IllegalArgumentException("a tree has a leaf");
    }
    return root(leaves, sha256());
  }

  private static byte[] root(List<byte[]> leaves, MessageDigest digest) {
    int size = leaves.size();
    if (size == 1) {
      return leaves.get(0);
    }
    int left = split(size);
    byte[] one = root(leaves.subList(0, left), digest);
    byte[] other = root(leaves.subList(left, size), digest);
    return node(one, other, digest);
  }

  /**
   * What proves that one leaf is in the tree (RFC 9162, section 2.1.3.1).
   *
   * @param index the leaf's place, from 0
   * @return the hashes beside the way from the leaf to the root, the lowest first
   */
  public static List<byte[]> path(List<byte[]> leaves, int index) {
    int size = leaves.size();
    if (size == 1) {
      return new ArrayList<>();
    }
    int left = split(size);
    List<byte[]> ours;
    byte[] beside;
    if (index < left) {
      ours = path(leaves.subList(0, left), index);
      beside = root(leaves.subList(left, size));
    } else {
      ours = path(leaves.subList(left, size), index - left);
      beside = root(leaves.subList(0, left));
    }
    ours.add(beside);
    return ours;
  }

  /**
   * The root that a leaf and its path lead to (RFC 9162, section 2.1.3.2).
   *
   * @param index the leaf's place, from 0
   * @param size how many leaves the tree has
   * @throws IllegalArgumentException where the path does not fit such a tree
   */
  public static byte[] rootOf(byte[] leaf, int index, int size, List<byte[]> path) {
    if (size == 1) {
      if (!path.isEmpty() || index != 0) {
        throw new IllegalArgumentException("the path does not fit the tree");
      }
      return leaf;
    }
    if (path.isEmpty() || index < 0 || index >= size) {
      throw new IllegalArgumentException("the path does not fit the tree");
    }
    int left = split(size);
    byte[] beside = path.get(path.size() - 1);
    List<byte[]> below = path.subList(0, path.size() - 1);
    return index < left
        ? node(rootOf(leaf, index, left, below), beside, sha256())
        : node(beside, rootOf(leaf, index - left, size - left, below), sha256());
  }

  /** The largest power of two that is smaller than the size, which is 2 or more. */
  private static int split(int size) {
    return Integer.highestOneBit(size - 1);
  }

  private static byte[] node(byte[] left, byte[] right, MessageDigest digest) {
    digest.update(NODE);
    digest.update(left);
    return digest.digest(right);
  }

  /** A fresh SHA-256. */
  public static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
