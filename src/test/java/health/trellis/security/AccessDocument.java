package health.trellis.security;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The document about who may do what, as the rules have it. */
final class AccessDocument {
  private static final String HEAD =
      """
      # Who may do what

      This page is written from [AccessRule](../src/main/java/health/trellis/security/AccessRule.java), where a change begins; `mvn test -Dtest=AccessRuleTest -Daccess.write=true` writes it anew, and a test compares the two. The service layer, PostgreSQL's row-level security and both together are compared with the same rules, cell by cell ([develop](develop.md#access)).

      Who is not named finds nothing there: *not yours* and *not there* get the same answer. A list is everybody's own: who holds the role gets one, and the records of others are not on it. Guards besides refuse what nobody may, such as a change of what was signed, sent or agreed.

      """;

  private AccessDocument() {}

  static String text() {
    List<Asker> named =
        Arrays.stream(Asker.values())
            .filter(asker -> ruled().anyMatch(rule -> rule.names(asker) && isAboutSomething(rule)))
            .toList();
    String nobody =
        Arrays.stream(Asker.values())
            .filter(asker -> !named.contains(asker))
            .map(Asker::words)
            .collect(Collectors.joining(", "));
    return HEAD
        + "Nothing of this is for: "
        + nobody
        + ". *Another clinic* is anybody there, its administrators too, asking for this clinic's.\n\n"
        + row("record", "act", named.stream().map(Asker::words))
        + row("---", "---", named.stream().map(asker -> ":-:"))
        + ruled()
            .filter(AccessDocument::isAboutSomething)
            .map(
                rule ->
                    row(
                        rule.record(),
                        rule.act(),
                        named.stream().map(asker -> rule.names(asker) ? "yes" : "–")))
            .collect(Collectors.joining())
        + "\nIn an emergency one stays what one is besides. What the record's page then reads it reads by these"
        + " statements, and no other way opens: "
        + AccessRule.inEmergency().stream()
            .map(way -> "`" + way + "`")
            .collect(Collectors.joining(", "))
        + ".\n"
        + "\n## By which ways\n\n"
        + "Statements are those of the application's database role, on a row called `t`; on a table"
        + " without one here it has no right to it.\n\n"
        + "| rule | ways |\n| --- | --- |\n"
        + ruled()
            .map(rule -> "| %s | %s |\n".formatted(rule.name(), ways(rule)))
            .collect(Collectors.joining());
  }

  private static Stream<AccessRule> ruled() {
    return Arrays.stream(AccessRule.values());
  }

  private static boolean isAboutSomething(AccessRule rule) {
    return rule.reach() != AccessRule.Reach.OPEN;
  }

  private static String ways(AccessRule rule) {
    return rule.ways().isEmpty()
        ? "none"
        : rule.ways().stream().map(way -> "`" + way + "`").collect(Collectors.joining(", "));
  }

  private static String row(String record, String act, Stream<String> cells) {
    return "| "
        + Stream.concat(Stream.of(record, act), cells).collect(Collectors.joining(" | "))
        + " |\n";
  }
}
