package health.trellis.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.trellis.launch.Backstage;
import health.trellis.testkit.Outside;
import health.trellis.testkit.Reader;
import health.trellis.testkit.Stage;
import health.trellis.testkit.Visitor;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the real Keycloak sees of sign-ins is in the audit log: all of it, once, and no more. */
class WatchIT extends Outside {
  private static final Duration PATIENCE = Duration.ofSeconds(40);
  private static final String OF =
      "select e.code || ' ' || e.outcome || ' ' || e.actor || ' ' || e.reason from audit_event e"
          + " join person p on p.id = e.entity_id and e.entity = 'person' where p.sub = ?"
          + " and e.code like 'PROVIDER%' and e.actor_id is null order by e.id";
  private static final String TIMES = "select count(*) from audit_event where request_id = ?::uuid";

  private static final String TOLD = "After five, an account rests for a minute or longer";

  private final Backstage backstage = Stage.get().backstage();

  @Test
  void a_failed_sign_in_and_one_that_succeeds_are_about_the_person_and_nobody_acts_but_the_system()
      throws IOException {
    String user = "watched" + unique();
    String sub = practice.letIn(user, false);
    refused(user, "not the password");
    await(() -> practice.all(OF, sub).size() == 1);
    assertThat(practice.all(OF, sub))
        .singleElement()
        .asString()
        .matches(
            "PROVIDER_SIGN_IN_FAILED refused system:sign-ins invalid_user_credentials"
                + " \\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
    assertThat(
            practice.one(
                "select address || ' ' || session_hash || '|' from audit_event e join person p on"
                    + " p.id = e.entity_id where p.sub = ? and e.code like 'PROVIDER%'",
                sub))
        .matches("(127\\.0\\.0\\.1|\\[?[0:]+1]?) \\|");
  }

  @Test
  void five_failures_lock_the_account_for_a_while_which_is_told_and_recorded() throws Exception {
    String user = "locked" + unique();
    String sub = practice.letIn(user, false);
    for (int n = 0; n < 5; n++) {
      assertThat(refused(user, "wrong " + n)).contains(TOLD);
      // Faster ones are locked out earlier.
      Thread.sleep(1_100);
    }
    assertThat(refused(user, backstage.passwordOf(user)))
        .as("with the right password; whether the account is there or locked is told to nobody")
        .contains(TOLD);
    await(() -> practice.all(OF, sub).size() >= 7);
    assertThat(practice.all(OF, sub))
        .filteredOn(each -> each.startsWith("PROVIDER_SIGN_IN_FAILED refused"))
        .hasSize(6)
        .last()
        .asString()
        .contains("user_temporarily_disabled");
    assertThat(practice.all(OF, sub))
        .filteredOn(each -> each.startsWith("PROVIDER_LOCKED refused system:sign-ins temporary"))
        .hasSize(1);
  }

  @Test
  void of_a_name_that_nobody_has_the_log_keeps_nothing() throws Exception {
    String typed = "Tr0ub4dor" + unique();
    refused(typed, "x");
    String event =
        keycloaks(
            "select id from event_entity where lower(concat(details_json, details_json_long_value))"
                + " like '%' || lower(?) || '%'",
            typed);
    await(() -> practice.count(TIMES, event) == 1);
    assertThat(
            practice.one(
                "select code || ' ' || split_part(reason, ' ', 1) || ' ' || coalesce(entity, 'of"
                    + " nobody') from audit_event where request_id = ?::uuid",
                event))
        .isEqualTo("PROVIDER_SIGN_IN_FAILED user_not_found of nobody");
    assertThat(
            practice.count(
                "select count(*) from audit_event where lower(audit_event::text) like '%' || lower(?) || '%'",
                typed))
        .isZero();
  }

  @Test
  void two_that_read_at_once_and_one_whose_connection_is_cut_enter_each_event_once()
      throws Exception {
    List<String> events = new ArrayList<>();
    List<String> told = new CopyOnWriteArrayList<>();
    for (int n = 0; n < 700; n++) {
      events.add(happened(Instant.now().minusSeconds(n)));
    }
    try (Watch one = watch(told);
        Watch other = watch(told)) {
      for (int n = 0; n < 5; n++) {
        Thread.sleep(1_500);
        cutConnections();
      }
      await(() -> entered(events) == events.size());
      assertThat(List.of(one, other)).doesNotContainNull();
    }
    Thread.sleep(6_000);
    assertThat(entered(events)).as("each once").isEqualTo(events.size());
    assertThat(told)
        .as("no secret is told")
        .noneMatch(each -> each.contains(backstage.eventsSecret()));
  }

  @Test
  void an_event_that_appears_late_is_entered_and_one_of_a_clock_that_was_wrong_hides_none()
      throws Exception {
    String future = happened(Instant.now().plus(Duration.ofDays(2)));
    await(() -> practice.count(TIMES, future) == 1);
    String late = happened(Instant.now().minus(Duration.ofMinutes(14)));
    await(() -> practice.count(TIMES, late) == 1);
    assertThat(practice.one("select last_provider_event() > now() + interval '1 day'"))
        .isEqualTo("t");

    String veryLate = happened(Instant.now().minus(Duration.ofDays(3)));
    Clock wrong = Clock.offset(Clock.systemUTC(), Duration.ofDays(400));
    try (Watch another = watch(new ArrayList<>(), wrong)) {
      await(() -> practice.count(TIMES, veryLate) == 1);
      String usual = happened(Instant.now());
      await(() -> practice.count(TIMES, usual) == 1);
      assertThat(another).isNotNull();
    }
    assertThat(
            practice.one(
                "select at > now() - interval '1 hour' from audit_event where request_id = ?::uuid",
                veryLate))
        .as("the time of the log is the database's own")
        .isEqualTo("t");
  }

  @Test
  void an_administrator_reads_it_in_the_review_by_person_and_in_the_file() throws Exception {
    String user = "reviewed" + unique();
    String sub = practice.letIn(user, false);
    refused(user, "wrong");
    await(() -> practice.all(OF, sub).size() == 1);
    String person = practice.one("select id from person where sub = ?", sub);
    Visitor admin = signIn(Reader.ADMINISTRATOR);
    String page = admin.get("/admin/audit/list.xhtml?person=" + person).body();
    assertThat(page)
        .contains("The sign-in service", "A sign-in failed", "Invented " + user, "invalid_user")
        .doesNotContain("system:sign-ins")
        .doesNotContain("???");
    String today = LocalDate.now(ZoneId.of("UTC")).minusDays(1).toString();
    assertThat(admin.get("/api/admin/audit.csv?from=" + today + "&person=" + person).body())
        .contains("\"PROVIDER_SIGN_IN_FAILED\"", "\"system:sign-ins\"", "\"REFUSED\"", person);
    assertThat(admin.get("/admin/audit/list.xhtml?outcome=REFUSED&kind=OTHER").body())
        .contains("Invented " + user);
  }

  @Test
  void what_reads_the_events_may_read_nothing_else_at_keycloak() throws Exception {
    String token = token();
    assertThat(status("GET", "/events", token)).isEqualTo(200);
    assertThat(status("GET", "/users", token)).isEqualTo(403);
    assertThat(status("GET", "/clients", token)).isEqualTo(403);
    assertThat(status("DELETE", "/events", token)).isEqualTo(403);
    assertThat(status("PUT", "", token)).isEqualTo(403);
  }

  @Test
  void the_application_may_neither_write_such_events_nor_see_which_were_taken() throws Exception {
    try (Connection application = Stage.get().asApplication();
        Statement statement = application.createStatement()) {
      for (String forbidden :
          List.of(
              "select record_provider_event(gen_random_uuid(), now(), 'PROVIDER_X', 'done', '', '', '')",
              "select last_provider_event()",
              "select missing_provider_events('{}')",
              "select * from audit_provider_event")) {
        assertThatThrownBy(() -> statement.execute(forbidden)).hasMessageContaining("permission");
      }
    }
    try (Connection sealer = backstage.asSealer();
        Statement statement = sealer.createStatement()) {
      assertThatThrownBy(
              () ->
                  statement.execute(
                      "select record_provider_event(gen_random_uuid(), now(), 'NOTE_READ', 'done', '', '', '')"))
          .hasMessageContaining("no event of the identity provider");
    }
    String event = happened(Instant.now());
    await(() -> practice.count(TIMES, event) == 1);
    try (Connection owner = Stage.get().asOwner();
        Statement statement = owner.createStatement()) {
      for (String forbidden :
          List.of(
              "delete from audit_provider_event",
              "truncate audit_provider_event",
              "update audit_provider_event set happened_at = now()")) {
        assertThatThrownBy(() -> statement.execute(forbidden)).hasMessageContaining("append-only");
      }
    }
  }

  private Watch watch(List<String> told) {
    return watch(told, Clock.systemUTC());
  }

  private Watch watch(List<String> told, Clock clock) {
    return Watch.start(
        backstage::asSealer,
        new ProviderEvents(Stage.get().keycloak().toString(), "trellis", backstage.eventsSecret()),
        clock,
        told::add);
  }

  /** Has Keycloak's own store hold an event of that time; names it. */
  private String happened(Instant at) throws SQLException {
    String id = UUID.randomUUID().toString();
    try (Connection keycloak = backstage.asKeycloak();
        PreparedStatement statement =
            keycloak.prepareStatement(
                "insert into event_entity (id, realm_id, event_time, type, ip_address, details_json)"
                    + " values (?, 'trellis', ?, 'LOGIN_ERROR', '192.0.2.7', '{}')")) {
      statement.setString(1, id);
      statement.setLong(2, at.toEpochMilli());
      statement.executeUpdate();
    }
    return id;
  }

  private String keycloaks(String query, String value) throws SQLException {
    try (Connection keycloak = backstage.asKeycloak();
        PreparedStatement statement = keycloak.prepareStatement(query)) {
      statement.setString(1, value);
      try (var rows = statement.executeQuery()) {
        rows.next();
        return rows.getString(1);
      }
    }
  }

  private long entered(List<String> events) {
    return practice.count(
        "select count(*) from audit_event where request_id = any (string_to_array(?, ',')::uuid[])",
        String.join(",", events));
  }

  private void cutConnections() throws SQLException {
    try (Connection superuser = backstage.asSuperuser();
        Statement statement = superuser.createStatement()) {
      statement.execute(
          "select pg_terminate_backend(pid) from pg_stat_activity where usename = 'trellis_sealer'");
    }
  }

  /** Tries to sign in, and answers with what Keycloak says. */
  private static String refused(String userName, String password) {
    try {
      Visitor.signIn(Stage.get().address(), "/portal/home.xhtml", userName, password);
      throw new AssertionError(userName + " got in");
    } catch (IOException told) {
      return String.valueOf(told.getMessage());
    }
  }

  private String token() throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create(
                    Stage.get().keycloak() + "/realms/trellis/protocol/openid-connect/token"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    "grant_type=client_credentials&client_id=trellis-events&client_secret="
                        + backstage.eventsSecret()))
            .build();
    String reply =
        HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()).body();
    Matcher token = Pattern.compile("\"access_token\":\"([^\"]+)\"").matcher(reply);
    assertThat(token.find()).isTrue();
    return token.group(1);
  }

  private static int status(String method, String path, String token) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(Stage.get().keycloak() + "/admin/realms/trellis" + path))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .method(method, HttpRequest.BodyPublishers.ofString("{\"realm\":\"trellis\"}"))
            .build();
    return HttpClient.newHttpClient()
        .send(request, HttpResponse.BodyHandlers.discarding())
        .statusCode();
  }

  private static void await(BooleanSupplier there) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!there.getAsBoolean()) {
      assertThat(System.nanoTime()).as("it never came").isLessThan(end);
      try {
        Thread.sleep(200);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private static String unique() {
    return UUID.randomUUID().toString().substring(0, 8);
  }
}
