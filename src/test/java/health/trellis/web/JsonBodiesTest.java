package health.trellis.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What of a small request is read at all. */
class JsonBodiesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " \n",
        "null",
        "7",
        "{}",
        "[]",
        "{\"a\":1,\"b\":{\"a\":2},\"c\":[{\"a\":3},{\"a\":4}]}",
        "{\"sections\":{\"text\":\"\\u00e4 \ud83c\udf3f \\\"\"}} "
      })
  void json_that_everybody_reads_alike_is_read(String text) {
    assertThat(JsonBodies.isPlain(text.getBytes(StandardCharsets.UTF_8))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"a\":1,\"a\":1}",
        "{\"a\":1,\"\\u0061\":2}",
        "{\"b\":[{\"a\":1,\"a\":2}]}",
        "{}{}",
        "{} x",
        "[1],",
        "7 8",
        "{\"a\":1,}",
        "{'a':1}",
        "{\"a\":01}",
        "{\"a\":NaN}",
        "{\"a\":\"",
        "{\"a\"",
        "{",
        "]",
        "{\"a\":\"\t\"}",
        "{\"a\":1]",
        "/* a */ {}",
        "\ufeff{}"
      })
  void what_could_be_read_in_two_ways_is_not_read(String text) {
    assertThat(JsonBodies.isPlain(text.getBytes(StandardCharsets.UTF_8))).isFalse();
  }

  @Test
  void bytes_that_are_no_utf8_are_not_read() {
    assertThat(JsonBodies.isPlain(new byte[] {'"', (byte) 0xc3, '"'})).isFalse();
    assertThat(JsonBodies.isPlain(new byte[] {'"', (byte) 0xed, (byte) 0xa0, (byte) 0x80, '"'}))
        .isFalse();
    assertThat(JsonBodies.isPlain("{\"a\":1}".getBytes(StandardCharsets.UTF_16BE))).isFalse();
  }

  @Test
  void what_is_nested_deeper_than_any_page_sends_is_not_read() {
    assertThat(JsonBodies.isPlain("[".repeat(100_000).getBytes(StandardCharsets.UTF_8))).isFalse();
    String fits = "[".repeat(16) + "]".repeat(16);
    assertThat(JsonBodies.isPlain(fits.getBytes(StandardCharsets.UTF_8))).isTrue();
    String not = "[" + fits + "]";
    assertThat(JsonBodies.isPlain(not.getBytes(StandardCharsets.UTF_8))).isFalse();
  }
}
