package health.trellis.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.trellis.testkit.Outside;
import health.trellis.testkit.Stage;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Two administrators who disable each other at one moment, as the database sees them. */
class DisablingIT extends Outside {
  private static final String ACTIVE =
      "select count(*) from person where sub in (?, ?) and disabled_at is null";
  private static final String WAITS =
      "select count(*) from pg_locks where locktype = 'advisory' and not granted";

  @Test
  void of_two_who_disable_each_other_one_stays() throws Exception {
    String one = administrator();
    String other = administrator();
    ExecutorService hand = Executors.newSingleThreadExecutor();
    try (Connection first = acting(one);
        Connection second = acting(other)) {
      assertThat(disable(first, other)).isTrue();
      Future<Boolean> late = hand.submit(() -> disable(second, one));
      while (practice.count(WAITS) == 0) {
        assertThat(late.isDone()).as("the second waits for the first").isFalse();
        Thread.onSpinWait();
      }
      first.commit();
      assertThatThrownBy(late::get)
          .isInstanceOf(ExecutionException.class)
          .hasMessageContaining("whoever was disabled meanwhile disables nobody");
      second.rollback();
    } finally {
      hand.shutdownNow();
    }
    assertThat(practice.count(ACTIVE, one, other)).isEqualTo(1);
    practice.disable(one);
  }

  private String administrator() {
    String sub = practice.letIn("chief" + UUID.randomUUID().toString().substring(0, 8), true);
    practice.giveRole(sub, "ADMINISTRATOR");
    return sub;
  }

  /** A transaction of the application in which this one acts. */
  private static Connection acting(String sub) throws SQLException {
    Connection connection = Stage.get().asApplication();
    connection.setAutoCommit(false);
    try (PreparedStatement begin =
        connection.prepareStatement(
            "select 1 from begin_context(?, 'ADMINISTRATOR', 'session', '127.0.0.1', gen_random_uuid())")) {
      begin.setString(1, sub);
      try (ResultSet row = begin.executeQuery()) {
        assertThat(row.next()).isTrue();
      }
    }
    return connection;
  }

  private Boolean disable(Connection connection, String sub) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("select disable_staff(?::uuid, true)")) {
      statement.setString(1, practice.one("select id from person where sub = ?", sub));
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return row.getBoolean(1);
      }
    }
  }
}
