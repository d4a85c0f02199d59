package health.trellis.people;

import static org.assertj.core.api.Assertions.assertThat;

import health.trellis.testkit.Outside;
import health.trellis.testkit.Reader;
import health.trellis.testkit.Stage;
import health.trellis.testkit.Visitor;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

/** Where somebody works already, nothing can be set up; and no demonstration runs over it. */
class SetUpIT extends Outside {
  @Test
  void the_database_lets_nobody_set_up_a_second_clinic() throws SQLException {
    String clinics = practice.one("select count(*) from clinic");
    assertThat(
            asApplication(
                "select set_up_clinic(gen_random_uuid(), 'Mine', 'UTC', 'en', 'GB', gen_random_uuid(),"
                    + " 'Mallory M', 'm@example.org', '127.0.0.1')"))
        .isEqualTo("OVER");
    assertThat(asApplication("select begin_set_up('127.0.0.1', gen_random_uuid())")).isNull();
    assertThat(asApplication("select set_up_state()")).isEqualTo("OVER");
    assertThat(practice.one("select count(*) from clinic")).isEqualTo(clinics);
  }

  @Test
  void the_page_says_that_it_is_over_and_takes_nothing() throws IOException {
    Visitor stranger = stranger();
    assertThat(stranger.get("/set-up.xhtml").body())
        .contains("Nothing is to be set up here")
        .doesNotContain("id=\"token\"");
    assertThat(stranger.get("/").headers().firstValue("Location")).hasValue("/sign-in");
  }

  @Test
  void nobody_gets_in_where_a_demonstration_is_switched_on_over_a_real_clinic() throws IOException {
    Visitor therapist = signIn(Reader.THERAPIST);
    assertThat(therapist.get("/therapist/caseload.xhtml").statusCode()).isEqualTo(200);
    practice.isDemonstration(false);
    try {
      assertThat(therapist.get("/therapist/caseload.xhtml").statusCode()).isEqualTo(500);
    } finally {
      practice.isDemonstration(true);
    }
    assertThat(therapist.get("/therapist/caseload.xhtml").statusCode()).isEqualTo(200);
  }

  private static String asApplication(String sql) throws SQLException {
    try (Connection application = Stage.get().asApplication();
        Statement statement = application.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getString(1);
    }
  }
}
