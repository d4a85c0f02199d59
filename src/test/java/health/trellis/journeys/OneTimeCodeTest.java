package health.trellis.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The vectors of RFC 6238, appendix B, by their last six digits. */
class OneTimeCodeTest {

  @ParameterizedTest
  @CsvSource({
    "59, 287082",
    "1111111109, 081804",
    "1111111111, 050471",
    "1234567890, 005924",
    "2000000000, 279037"
  })
  void the_codes_are_those_of_the_standard(long second, String code) {
    assertThat(OneTimeCode.of("12345678901234567890", Instant.ofEpochSecond(second)).text())
        .isEqualTo(code);
  }
}
