package health.trellis.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameKeyTest {
  @ParameterizedTest
  @CsvSource({
    "Zoë Lindqvist,zoe lindqvist",
    "Łukasz  Wiśniewski,lukasz wisniewski",
    "Jürgen Weißenböck,jurgen weissenbock",
    "Søren Kjærgaard,soren kjaergaard",
    "Nguyễn Thị Bích Ngọc,nguyen thi bich ngoc",
    "Yusuf Karadağ,yusuf karadag",
    "İpek Işık,ipek isik",
    "ליאת כהן,ליאת כהן"
  })
  void a_name_is_found_as_it_is_typed_without_accents(String name, String key) {
    assertThat(NameKey.of(name)).isEqualTo(key);
    assertThat(NameKey.of(key)).isEqualTo(key);
  }

  @Test
  void every_name_that_begins_so_lies_between_the_prefix_and_what_comes_after() {
    for (String rest : new String[] {"", "a", "zz", "\uFFFD", "😀"}) {
      assertThat(bytes("an" + rest)).isGreaterThanOrEqualTo(bytes("an"));
      assertThat(bytes("an" + rest)).isLessThan(bytes(NameKey.after("an")));
    }
    assertThat(bytes("ao")).isGreaterThan(bytes(NameKey.after("an")));
  }

  /** The order of the database's "C" collation: by the bytes of UTF-8. */
  private static Bytes bytes(String text) {
    return new Bytes(text.getBytes(StandardCharsets.UTF_8));
  }

  private record Bytes(byte[] value) implements Comparable<Bytes> {
    @Override
    public int compareTo(Bytes other) {
      return Arrays.compareUnsigned(value, other.value);
    }
  }
}
