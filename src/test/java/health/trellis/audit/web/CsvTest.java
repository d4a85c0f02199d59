package health.trellis.audit.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Cells of a file that somebody opens in a spreadsheet. */
class CsvTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", "\nx", "=HYPERLINK(\"http://x\")"})
  void what_a_spreadsheet_would_take_for_a_formula_begins_with_an_apostrophe(String text) {
    assertThat(Csv.line(List.of(text))).isEqualTo("\"'" + text.replace("\"", "\"\"") + "\"\r\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Lea Sommer", "a=b", "1-2", "x, y", "two\nlines"})
  void everything_else_stays_as_it_is(String text) {
    assertThat(Csv.line(List.of(text))).isEqualTo("\"" + text + "\"\r\n");
  }

  @Test
  void cells_are_parted_by_commas_and_quotes_are_doubled() {
    assertThat(Csv.line(List.of("a", "say \"b\"", "c")))
        .isEqualTo("\"a\",\"say \"\"b\"\"\",\"c\"\r\n");
  }
}
