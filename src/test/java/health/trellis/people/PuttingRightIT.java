package health.trellis.people;

import static org.assertj.core.api.Assertions.assertThat;

import health.trellis.testkit.Outside;
import health.trellis.testkit.Stage;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * An address that is put right while a mail to the wrong one is on its way, as the database sees
 * it: the account that the mail opens must not become the client's.
 */
class PuttingRightIT extends Outside {
  private final String number = UUID.randomUUID().toString().substring(0, 8);
  private String client = "";

  @Test
  void an_address_is_not_put_right_while_a_mail_is_on_its_way() throws SQLException {
    String chief = practice.letIn("chief" + number, true);
    practice.giveRole(chief, "ADMINISTRATOR");
    client = practice.clientWithoutAccount("Paula Portal " + number);
    try (Connection first = acting(chief);
        Connection second = acting(chief)) {
      assertThat(invite(first, "wrong")).isEqualTo("INVITED");
      first.commit();
      begin(first, chief);
      begin(second, chief);
      assertThat(one(first, "select due from invitation_of(null, ?::uuid)", client)).isEqualTo("t");
      assertThat(invite(second, "right")).isEqualTo("BUSY");
      second.rollback();
      first.rollback();
      begin(second, chief);
      assertThat(invite(second, "right")).isEqualTo("INVITED");
      assertThat(invite(second, "right")).isEqualTo("SAME");
      second.commit();
    }
    practice.disable(chief);
  }

  private String invite(Connection connection, String address) throws SQLException {
    return one(
        connection,
        "select invite_client(?::uuid, gen_random_uuid(), ? || '" + number + "@invented.example')",
        client,
        address);
  }

  private Connection acting(String sub) throws SQLException {
    Connection connection = Stage.get().asApplication();
    connection.setAutoCommit(false);
    begin(connection, sub);
    return connection;
  }

  private void begin(Connection connection, String sub) throws SQLException {
    one(
        connection,
        "select person_id from begin_context(?, 'ADMINISTRATOR', 'session', '127.0.0.1', gen_random_uuid())",
        sub);
    one(connection, "select scope from open_client(?::uuid, 'administration')", client);
  }

  private static String one(Connection connection, String sql, String... values)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setString(i + 1, values[i]);
      }
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return row.getString(1);
      }
    }
  }
}
