package health.trellis.inventory;

import static health.trellis.inventory.SampleInstruments.syntheticText;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Whatever is done to a definition, it is read, or refused with a line: nothing else happens. */
class DefinitionPropertiesTest {
  private static final byte[] WHOLE = syntheticText().getBytes(StandardCharsets.UTF_8);

  @Property(tries = 500)
  void one_wrong_byte_is_read_or_refused(
      @ForAll @IntRange(max = 10_000) int place, @ForAll byte value) {
    byte[] bytes = WHOLE.clone();
    bytes[place % bytes.length] = value;

    readsOrRefuses(bytes);
  }

  @Property(tries = 300)
  void a_definition_cut_off_is_refused(@ForAll @IntRange(max = 10_000) int place) {
    int length = place % syntheticText().lastIndexOf('}');
    assertThat(catchThrowable(() -> read(Arrays.copyOf(WHOLE, length))))
        .isInstanceOf(MalformedInventory.class);
  }

  @Property(tries = 300)
  void any_bytes_are_read_or_refused(@ForAll byte[] bytes) {
    readsOrRefuses(bytes);
  }

  private static void readsOrRefuses(byte[] bytes) {
    Throwable refusal = catchThrowable(() -> read(bytes));
    if (refusal != null) {
      assertThat(refusal)
          .isInstanceOfSatisfying(
              MalformedInventory.class,
              malformed -> assertThat(malformed.line()).isBetween(1, 10_000));
    }
  }

  private static void read(byte[] bytes) {
    DefinitionReader.read("any.json", bytes);
  }
}
