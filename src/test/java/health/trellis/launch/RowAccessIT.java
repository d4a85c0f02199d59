package health.trellis.launch;

import static org.assertj.core.api.Assertions.assertThat;

import health.trellis.launch.AccessPractice.Target;
import health.trellis.launch.RowAccess.Cell;
import health.trellis.launch.RowAccess.User;
import health.trellis.security.AccessRule;
import health.trellis.testkit.inside.Cells;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The policies alone, without any service or trigger before them: every statement on a row of every
 * kind, by everybody, compared with the rules; and each policy taken away or thrown open in turn,
 * which the comparison notices.
 */
class RowAccessIT {
  private static final int AT_LEAST = Cells.isLong() ? 30_000 : 5_000;

  @TempDir static Path folder;
  private static AccessPractice practice;
  private static RowAccess access;

  @BeforeAll
  static void fill() throws SQLException {
    practice = AccessPractice.fill(folder);
    access = new RowAccess(practice);
  }

  @AfterAll
  static void stop() throws SQLException {
    practice.close();
  }

  @Test
  void every_statement_under_a_rule_has_a_row_to_be_tried_on() throws SQLException {
    Set<String> tried = new TreeSet<>();
    access.cells().stream().filter(cell -> cell.way() != null).map(Cell::way).forEach(tried::add);
    assertThat(tried)
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(AccessRule.values())
                .flatMap(rule -> rule.ways().stream())
                .filter(RowAccess::isStatement)
                .toList());
  }

  @Test
  void every_table_that_the_application_may_read_is_under_a_rule() throws SQLException {
    List<String> readable =
        practice.texts(
            "select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace"
                + " where n.nspname = 'public' and c.relkind in ('r', 'p') and not c.relispartition"
                + " and has_table_privilege('trellis_app', c.oid, 'select')");
    assertThat(readable)
        .allSatisfy(
            table ->
                assertThat(access.cells())
                    .anyMatch(
                        cell ->
                            cell.table().equals(table)
                                && cell.statement().equals("select")
                                && cell.way() != null));
  }

  @Test
  void the_policies_let_everybody_do_what_the_rules_say_and_nothing_else()
      throws SQLException, IOException {
    Connection application = practice.application();
    application.setAutoCommit(false);
    Cells cells = new Cells();
    for (User user : RowAccess.USERS) {
      for (Target opened : Target.values()) {
        access.enter(application, user, opened);
        for (Cell cell : RowAccess.comparable(access.cells(), user, opened).toList()) {
          cells.count(cell.statement() + " of a row");
          access.deviation(application, user, opened, cell).ifPresent(cells::deviates);
        }
        application.rollback();
      }
    }
    cells.keep("row-level security alone");
    assertThat(cells.deviations()).isEmpty();
    assertThat(cells.all()).isGreaterThanOrEqualTo(AT_LEAST);
  }

  @Test
  void each_policy_taken_away_or_thrown_open_is_noticed() throws SQLException, IOException {
    Cells cells = new Cells();
    for (RowAccess.Policy policy : access.policies()) {
      for (String change : policy.changes()) {
        cells.count(change.split(" ")[0] + " policy");
        if (!access.isNoticed(policy, change)) {
          cells.deviates("not noticed: " + change);
        }
      }
    }
    cells.keep("policies changed, each noticed");
    assertThat(cells.deviations()).isEmpty();
    assertThat(cells.all()).isGreaterThan(80);
  }
}
