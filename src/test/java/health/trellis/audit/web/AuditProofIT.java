package health.trellis.audit.web;

import static org.assertj.core.api.Assertions.assertThat;

import health.trellis.proof.Proof;
import health.trellis.seal.Sealer;
import health.trellis.seal.SealingKey;
import health.trellis.testkit.Outside;
import health.trellis.testkit.Reader;
import health.trellis.testkit.Stage;
import health.trellis.testkit.Visitor;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** What proves an act, on its page and as a file; the log is sealed sooner here than by itself. */
class AuditProofIT extends Outside {
  private static final String PAGE = "/admin/audit/proof.xhtml?number=";
  private static final String FILE = "/api/admin/audit-proofs/";
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private static final String SHOWN =
      "select e.id from audit_event e join clinic c on c.clinic_id = e.clinic_id"
          + " where c.name = 'Espalier Lane Practice' and e.kind = 'act'"
          + " and e.entity is distinct from 'process_note' order by e.id desc limit 60";

  private final SealingKey key = Stage.get().backstage().sealKey();

  @Test
  void an_act_waits_until_it_is_signed_and_then_its_file_proves_it_to_whoever_has_the_key()
      throws Exception {
    Visitor admin = signIn(Reader.ADMINISTRATOR);
    List<String> acts;
    String last;
    try (Connection unfinished = Stage.get().asOwner();
        Statement work = unfinished.createStatement()) {
      unfinished.setAutoCommit(false);
      work.execute("select pg_current_xact_id()"); // nothing after it is sealed before it ends
      practice.refusedForOddSigns();
      acts = practice.all(SHOWN);
      last = acts.get(0);
      assertThat(admin.get(PAGE + last).body()).contains("It is not sealed yet");
      assertThat(admin.get(FILE + last).statusCode()).isEqualTo(409);
    }
    seal(last);
    for (String act : acts) {
      assertThat(admin.get(PAGE + act).body())
          .as("act %s", act)
          .contains("It is in the sealed log", "/api/admin/audit-proofs/" + act);
      HttpResponse<String> file = admin.get(FILE + act);
      assertThat(file.headers().firstValue("Content-Disposition"))
          .hasValue("attachment; filename=\"trellis-proof-%s.txt\"".formatted(act));
      Proof proof = Proof.parse(file.body());
      assertThat(proof.holds(key.open())).as("act %s", act).isTrue();
      assertThat(proof.row().split("\t")[2]).isEqualTo(act);
      assertThat(proof.text()).isEqualTo(file.body());
      assertThat(Proof.parse(file.body().replaceFirst("done", "undone")).fits())
          .isEqualTo(!file.body().contains("done"));
    }
  }

  @Test
  void what_the_review_does_not_show_is_proved_to_nobody() throws IOException {
    Visitor admin = signIn(Reader.ADMINISTRATOR);
    String therapist = practice.clientOf("therapist");
    practice.processNoteOf(therapist);
    signIn(Reader.THERAPIST).get("/therapist/notes/list.xhtml?client=" + therapist);
    for (String hidden :
        List.of(
            practice.one("select max(id) from audit_event where kind = 'row'"),
            practice.one(
                "select max(id) from audit_event where clinic_id is null or entity = 'process_note'"),
            "0",
            "-1",
            "999999999999999999",
            "9999999999999999999",
            "x")) {
      assertThat(admin.get(PAGE + hidden).statusCode()).as(hidden).isEqualTo(404);
      assertThat(admin.get(FILE + hidden).statusCode()).as(hidden).isEqualTo(404);
    }
  }

  @Test
  void whoever_looks_at_what_proves_an_act_about_a_client_looks_at_that_client()
      throws IOException {
    String client = practice.ownRecordOfClient();
    signIn(Reader.THERAPIST).get("/therapist/clients/overview.xhtml?client=" + client);
    String act =
        practice.one(
            "select max(id) from audit_event where kind = 'act' and client_id = ?::uuid"
                + " and entity is distinct from 'process_note'",
            client);
    String looks =
        "select count(*) from audit_event where code = 'AUDIT_PROVED' and client_id = ?::uuid";
    long before = practice.count(looks, client);
    signIn(Reader.ADMINISTRATOR).get(PAGE + act);
    assertThat(practice.count(looks, client)).isEqualTo(before + 1);
  }

  @Test
  void whoever_looks_at_an_act_of_a_client_that_is_about_no_record_looks_at_that_client_too()
      throws IOException {
    signIn(Reader.CLIENT);
    String client = practice.ownRecordOfClient();
    String act =
        practice.one(
            "select max(e.id) from audit_event e join client c on c.person_id = e.actor_id"
                + " where c.id = ?::uuid and e.kind = 'act' and e.client_id is null",
            client);
    String looks =
        "select count(*) from audit_event where code in ('AUDIT_PROVED', 'AUDIT_READ') and client_id = ?::uuid";
    Visitor admin = signIn(Reader.ADMINISTRATOR);
    long before = practice.count(looks, client);
    assertThat(admin.get(PAGE + act).body()).contains("Lea Sommer");
    assertThat(practice.count(looks, client)).isEqualTo(before + 1);
    String person = practice.one("select person_id from client where id = ?::uuid", client);
    String list = "/admin/audit/list.xhtml?outcome=DONE&kind=OTHER&person=" + person;
    assertThat(admin.get(list).body()).contains("Lea Sommer");
    assertThat(practice.count(looks, client)).isEqualTo(before + 2);
  }

  /** Until this event is among what was signed: what still runs elsewhere keeps it waiting. */
  private void seal(String event) throws SQLException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    try (Connection connection = Stage.get().backstage().asSealer()) {
      Sealer sealer = new Sealer(connection, Clock.systemUTC());
      while (practice.count("select count(*) from proof_of(?::bigint)", event) == 0) {
        assertThat(System.nanoTime()).as("event %s is signed in time", event).isLessThan(end);
        while (sealer.seal() > 0) {
          LockSupport.parkNanos(1);
        }
        sealer.sign(key);
        LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
      }
    }
  }
}
