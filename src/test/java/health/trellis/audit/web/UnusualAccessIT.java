package health.trellis.audit.web;

import static org.assertj.core.api.Assertions.assertThat;

import health.trellis.audit.UnusualLimits;
import health.trellis.testkit.Outside;
import health.trellis.testkit.Reader;
import health.trellis.testkit.Stage;
import health.trellis.testkit.Statements;
import health.trellis.testkit.Visitor;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is pointed out to an administrator, at each threshold and just above it. */
class UnusualAccessIT extends Outside {
  private static final String PAGE = "/admin/audit/unusual.xhtml";

  private final Statements statements = new Statements(Stage.get().backstage().databaseLog());

  @Test
  void many_clients_in_an_hour_are_told_above_the_threshold_alone() throws IOException {
    String person = practice.stranger("Ida Hell");
    practice.opens(person, "CLIENT_OPENED", 3, "11:00", UnusualLimits.CLIENTS_AN_HOUR, "1 minute");
    assertThat(told("Ida Hell")).isEmpty();
    practice.opens(
        person, "CLIENT_OPENED", 4, "11:00", UnusualLimits.CLIENTS_AN_HOUR + 1, "1 minute");
    assertThat(told("Ida Hell"))
        .singleElement()
        .asString()
        .contains("of 21 clients within an hour", "person=" + person, "from=", "until=");
    practice.opens(
        person, "CLIENT_OPENED", 5, "11:50", UnusualLimits.CLIENTS_AN_HOUR + 1, "1 minute");
    assertThat(told("Ida Hell")).hasSize(1);
  }

  @Test
  void a_night_is_told_above_the_threshold_and_in_the_clinics_time_zone() throws IOException {
    String person = practice.stranger("Nora Nacht");
    practice.opens(
        person, "CLIENT_OPENED", 3, "22:00", UnusualLimits.OPENINGS_A_NIGHT, "25 minutes");
    practice.opens(
        person, "CLIENT_OPENED", 5, "08:00", UnusualLimits.OPENINGS_A_NIGHT + 5, "25 minutes");
    assertThat(told("Nora Nacht")).isEmpty();
    practice.opens(
        person, "CLIENT_OPENED", 7, "22:00", UnusualLimits.OPENINGS_A_NIGHT + 1, "25 minutes");
    assertThat(told("Nora Nacht")).singleElement().asString().contains("11 times in one night");
  }

  @Test
  void emergencies_are_told_by_the_clients_and_not_by_how_often_each_was_opened()
      throws IOException {
    String person = practice.stranger("Nils Not");
    for (int day = 2; day < 9; day++) {
      practice.opens(
          person,
          "EMERGENCY_OPENED",
          day,
          "12:00",
          UnusualLimits.CLIENTS_IN_EMERGENCIES,
          "1 minute");
    }
    assertThat(told("Nils Not")).isEmpty();
    practice.opens(
        person,
        "EMERGENCY_OPENED",
        20,
        "12:00",
        UnusualLimits.CLIENTS_IN_EMERGENCIES + 1,
        "1 minute");
    assertThat(told("Nils Not")).singleElement().asString().contains("of 3 clients in emergencies");
  }

  @Test
  void refusals_are_told_and_lead_to_the_review_of_them() throws IOException {
    String person = practice.stranger("Rosa Riegel");
    practice.refused(person, 3, UnusualLimits.REFUSALS_A_DAY);
    assertThat(told("Rosa Riegel")).isEmpty();
    practice.refused(person, 5, UnusualLimits.REFUSALS_A_DAY + 1);
    String line = told("Rosa Riegel").get(0);
    assertThat(line).contains("11 times on one day", "outcome=REFUSED");
    String address = line.split("href=\"")[1].split("\"")[0].replace("&amp;", "&");
    assertThat(signIn(Reader.ADMINISTRATOR).get(address).body().split("Rosa Riegel").length)
        .isGreaterThan(UnusualLimits.REFUSALS_A_DAY);
  }

  @Test
  void what_is_older_than_the_days_looked_at_is_not_told() throws IOException {
    String person = practice.stranger("Olga Alt");
    practice.opens(
        person,
        "CLIENT_OPENED",
        UnusualLimits.DAYS + 2,
        "11:00",
        UnusualLimits.CLIENTS_AN_HOUR + 1,
        "1 minute");
    assertThat(told("Olga Alt")).isEmpty();
  }

  @Test
  void the_page_says_its_rules_takes_three_statements_and_is_itself_in_the_log()
      throws IOException {
    Visitor admin = signIn(Reader.ADMINISTRATOR);
    admin.get(PAGE);
    String looked = "select count(*) from audit_event where code = 'AUDIT_UNUSUAL_READ'";
    long before = practice.count(looked);
    assertThat(
            statements.of(
                () ->
                    assertThat(admin.get(PAGE).body())
                        .contains(
                            "more than 20 different clients within one hour",
                            "more than 10 times between 22 and 6",
                            "more than 2 different clients in emergencies",
                            "more than 10 times on one day")
                        .doesNotContain("???")))
        .hasSizeBetween(1, 3);
    assertThat(practice.count(looked)).isEqualTo(before + 1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"therapist", "supervisor", "client"})
  void for_everybody_else_there_is_nothing_there(String who) throws IOException {
    assertThat(signIn(who, "/").get(PAGE).statusCode()).isEqualTo(404);
  }

  /** The lines about somebody. */
  private static List<String> told(String name) throws IOException {
    return Arrays.stream(
            signIn(Reader.ADMINISTRATOR)
                .get(PAGE)
                .body()
                .split("<section class=\"about")[0]
                .split("<li>"))
        .filter(line -> line.contains(name))
        .toList();
  }
}
