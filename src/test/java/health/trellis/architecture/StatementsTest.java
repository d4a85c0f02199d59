package health.trellis.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * No statement to the database is put together from what somebody sent: each is written in the
 * source, from literals and constants, and values go in as parameters. The few that are put
 * together from pieces are named here with what the pieces are; one more fails.
 */
class StatementsTest {
  private static final Path JAVA = Path.of("src", "main", "java");
  private static final Pattern CALL =
      Pattern.compile(
          "\\b(?:createQuery|createNativeQuery|createStoredProcedureQuery|prepareStatement|prepareCall"
              + "|execute|executeQuery|executeUpdate|executeLargeUpdate|addBatch|nativeSQL)\\(");
  private static final Pattern LITERAL =
      Pattern.compile("\"\"\"(?s:.*?)\"\"\"|\"(?:\\\\.|[^\"\\\\])*\"");

  /** What is left of a statement that is literals and constants alone, put one behind another. */
  private static final Pattern WRITTEN =
      Pattern.compile("\\b(?:[A-Z]\\w*\\.)?[A-Z][A-Z_0-9]*\\b|\\.formatted|[+(),\\s]");

  private static final Map<String, String> PIECES =
      Map.ofEntries(
          Map.entry("AccessLog: +(own?)+(after==null?+)+", "literals, by two questions"),
          Map.entry("ReviewLog: sql", "literals, and the letters of two enums"),
          Map.entry("ClientRepository: +position+", "one of two literals"),
          Map.entry("CaseloadLines: hql.toString()", "literals; sort is an enum"),
          Map.entry("ClinicStarterRepository: +limit+", "one of three literals"),
          Map.entry("ClinicTemplateRepository: .formatted(how)", "one of two literals"),
          Map.entry("ClinicTemplateRepository: +limit+", "one of three literals"),
          Map.entry("GoalNames: sql", "one of its constants"),
          Map.entry("InvitationBook: sql", "one of two literals"),
          Map.entry("LinkRepository: sql", "one of its constants"),
          Map.entry("NoteLinkRepository: sql", "one of its constants"),
          Map.entry("DatabaseRoles: sql", "a line of config/postgres/roles.sql"),
          Map.entry("DemoLinks: tie", "one of its constants"),
          Map.entry("DemoTable: sql", "a literal of the demonstration's"),
          Map.entry("Checkpoints: +.formatted(era,number)", "two numbers"),
          Map.entry("Checks: +function+", "one of two literals"),
          Map.entry("Verifier: sql", "literals"),
          Map.entry("Prover: query", "one of its constants"),
          Map.entry("SignIns: question", "one of its constants"));

  @Test
  void every_statement_is_written_in_the_source_and_takes_values_as_parameters()
      throws IOException {
    List<String> found = new ArrayList<>();
    List<String> statements = new ArrayList<>();
    try (Stream<Path> files = Files.walk(JAVA)) {
      for (Path file : files.filter(each -> each.toString().endsWith(".java")).toList()) {
        String name = String.valueOf(file.getFileName()).replace(".java", "");
        for (String left : unwritten(Files.readString(file), statements)) {
          found.add(name + ": " + left);
        }
      }
    }
    assertThat(statements).hasSizeGreaterThan(150);
    assertThat(new TreeSet<>(found)).isEqualTo(new TreeSet<>(PIECES.keySet()));
  }

  @Test
  void a_statement_put_together_from_what_was_sent_is_told() {
    assertThat(
            unwritten(
                """
                connection.prepareStatement("select * from client where name = '" + name + "'");
                database.createQuery("select c from Client c order by " + sort, Client.class);
                database.createNativeQuery(String.format("select %s", column));
                statement.executeQuery("select 1 where %s = 2".formatted(field));
                database.createQuery(ALL + " and c.id = :id" + Client.BY_NAME, Client.class);
                """,
                new ArrayList<>()))
        .containsExactly("+name+", "+sort", "String.format(column)", ".formatted(field)");
  }

  private static List<String> unwritten(String source, List<String> statements) {
    List<String> found = new ArrayList<>();
    Matcher call = CALL.matcher(source);
    while (call.find()) {
      String argument = argument(source, call.end());
      if (!argument.isBlank()) {
        statements.add(argument);
        String bare = LITERAL.matcher(argument).replaceAll("");
        if (!WRITTEN.matcher(bare).replaceAll("").isEmpty()) {
          found.add(
              bare.replaceAll("\\b(?:[A-Z]\\w*\\.)?[A-Z][A-Z_0-9]+\\b", "")
                  .replaceAll("\\s+", "")
                  .replaceAll("(?<=\\()[,]|\\+(?=\\+)|(?<=[?(]):|:(?=\\))", ""));
        }
      }
    }
    return found;
  }

  /** The first argument of a call, as it is written. */
  private static String argument(String source, int from) {
    Matcher literal = LITERAL.matcher(source);
    int depth = 0;
    int at = from;
    while (at < source.length()) {
      char here = source.charAt(at);
      if (here == '"' && literal.find(at)) {
        at = literal.end();
        continue;
      }
      if (here == '(') {
        depth++;
      } else if (here == ')' && depth-- == 0 || here == ',' && depth == 0) {
        break;
      }
      at++;
    }
    return source.substring(from, at);
  }
}
