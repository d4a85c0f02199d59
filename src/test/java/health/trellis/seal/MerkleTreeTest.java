package health.trellis.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.trellis.proof.MerkleTree;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The tree, against the vectors that Certificate Transparency's own programs are tested with. */
class MerkleTreeTest {
  private static final List<byte[]> LEAVES =
      List.of(
              "",
              "00",
              "10",
              "2021",
              "3031",
              "40414243",
              "5051525354555657",
              "606162636465666768696a6b6c6d6e6f")
          .stream()
          .map(hex -> MerkleTree.leaf(HexFormat.of().parseHex(hex)))
          .toList();

  @ParameterizedTest
  @CsvSource({
    "1, 6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "2, fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "3, aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "4, d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "5, 4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "6, 76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "7, ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "8, 5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"
  })
  void a_tree_has_the_root_that_others_compute_too(int size, String root) {
    assertThat(MerkleTree.root(LEAVES.subList(0, size))).asHexString().isEqualToIgnoringCase(root);
  }

  @Test
  void a_path_leads_from_every_leaf_of_every_tree_to_its_root() {
    for (int size = 1; size <= 70; size++) {
      List<byte[]> leaves = leaves(size);
      for (int index = 0; index < size; index++) {
        assertThat(
                MerkleTree.rootOf(leaves.get(index), index, size, MerkleTree.path(leaves, index)))
            .as("leaf %d of %d", index, size)
            .isEqualTo(MerkleTree.root(leaves));
      }
    }
  }

  @Test
  void no_other_leaf_place_or_path_leads_there() {
    List<byte[]> leaves = leaves(13);
    List<byte[]> path = MerkleTree.path(leaves, 5);
    byte[] root = MerkleTree.root(leaves);
    assertThat(MerkleTree.rootOf(leaves.get(6), 5, 13, path)).isNotEqualTo(root);
    assertThat(MerkleTree.rootOf(leaves.get(5), 4, 13, path)).isNotEqualTo(root);
    List<byte[]> other = new ArrayList<>(path);
    other.set(0, leaves.get(0));
    assertThat(MerkleTree.rootOf(leaves.get(5), 5, 13, other)).isNotEqualTo(root);
    List<byte[]> shorter = path.subList(1, path.size());
    assertThatThrownBy(() -> MerkleTree.rootOf(leaves.get(5), 5, 13, shorter))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_tree_of_nothing_is_refused() {
    assertThatThrownBy(() -> MerkleTree.root(List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static List<byte[]> leaves(int size) {
    return IntStream.range(0, size)
        .mapToObj(n -> MerkleTree.leaf(("leaf " + n).getBytes(StandardCharsets.UTF_8)))
        .toList();
  }
}
