package health.trellis.audit.web;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Lines of a table in a text file (RFC 4180), in which no cell is taken for a formula by the
 * spreadsheet that opens it.
 */
final class Csv {
  private static final String BEGINS_A_FORMULA = "=+-@\t\r\n";

  private Csv() {}

  /** One line with its end. */
  static String line(List<String> cells) {
    return cells.stream().map(Csv::cell).collect(Collectors.joining(",", "", "\r\n"));
  }

  private static String cell(String text) {
    boolean formula = !text.isEmpty() && BEGINS_A_FORMULA.indexOf(text.charAt(0)) >= 0;
    return "\"" + (formula ? "'" : "") + text.replace("\"", "\"\"") + "\"";
  }
}
