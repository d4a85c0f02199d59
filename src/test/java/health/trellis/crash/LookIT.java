package health.trellis.crash;

import static org.assertj.core.api.Assertions.assertThat;

import health.trellis.launch.DrivenServers;
import health.trellis.launch.Installation;
import health.trellis.launch.Progress;
import health.trellis.testkit.Trials;
import health.trellis.testkit.Visitor;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Trellis, its database, or both, killed while therapists look at records: whatever of an answer
 * came, the log has the look. {@code -Dcrash.kills=100} kills more often.
 */
class LookIT {
  private static final int KILLS = Integer.getInteger("crash.kills", 3);
  private static final Path WAR = Installation.here().war();
  private static final int MOST_MILLIS = 3_000;
  private static final int MOST_TRIES = 120;
  private static final int LOOKS_BEFORE = 5;

  /** One each: Keycloak refuses a person who gives the password twice at one moment. */
  private static final List<String> USERS = List.of("therapist", "colleague", "supervisor");

  private static final String CLIENTS =
      """
      select l.client_id, (select count(*) from audit_event e where e.client_id = l.client_id
        and e.actor_id = l.therapist_id and e.code = 'TIMELINE_READ')
      from caseload l join person p on p.id = l.therapist_id
        join client c on c.id = l.client_id
      where l.until is null and c.closed_at is null and p.email = ? || '@trellis.example'""";

  private final Trials trials =
      new Trials("answers that began without their look in the log, of a server that was killed");

  @Test
  @Timeout(value = 2, unit = TimeUnit.HOURS) // for a hundred kills
  void no_answer_begins_before_its_look_is_in_the_log_for_good() throws Exception {
    Path data = Path.of("target", "crash", "data").toAbsolutePath();
    try (DrivenServers servers = DrivenServers.start(data, Progress.silent())) {
      servers.startPayara(WAR);
      for (int kill = 0; kill < KILLS; kill++) {
        crash(servers, Victim.of(kill));
      }
    }
    trials.end(KILLS * USERS.size() * LOOKS_BEFORE);
  }

  private void crash(DrivenServers servers, Victim victim) throws Exception {
    Map<String, Map<String, Integer>> before = new HashMap<>();
    Map<String, Looker> lookers = new HashMap<>();
    ExecutorService eyes = Executors.newFixedThreadPool(USERS.size());
    for (String user : USERS) {
      Map<String, Integer> looks = looks(servers, user);
      before.put(user, looks);
      Looker looker =
          new Looker(
              signedIn(servers, user),
              new ArrayList<>(looks.keySet()),
              new Random(trials.random().nextLong()));
      lookers.put(user, looker);
      eyes.execute(looker);
    }
    eyes.shutdown();
    while (lookers.values().stream().anyMatch(each -> each.looks() < LOOKS_BEFORE)) {
      Thread.sleep(20);
    }
    Thread.sleep(trials.random().nextInt(MOST_MILLIS));
    victim.kill(servers);
    lookers.values().forEach(Looker::stop);
    assertThat(eyes.awaitTermination(2, TimeUnit.MINUTES)).as("the lookers ended").isTrue();
    victim.start(servers, WAR);
    for (Map.Entry<String, Looker> each : lookers.entrySet()) {
      compare(each.getKey(), each.getValue(), before, looks(servers, each.getKey()));
    }
  }

  private void compare(
      String user,
      Looker looker,
      Map<String, Map<String, Integer>> before,
      Map<String, Integer> after) {
    looker
        .begun()
        .forEach(
            (client, begun) -> {
              int known =
                  after.getOrDefault(client, 0)
                      - before.getOrDefault(user, Map.of()).getOrDefault(client, 0);
              for (int look = 1; look <= begun; look++) {
                trials.check(look <= known, "look %d of %s at %s".formatted(look, user, client));
              }
            });
  }

  /** The clients of this one, each with how many looks of this one the log knows. */
  private static Map<String, Integer> looks(DrivenServers servers, String user)
      throws SQLException {
    Map<String, Integer> looks = new HashMap<>();
    try (Connection owner = servers.backstage().asOwner();
        PreparedStatement statement = owner.prepareStatement(CLIENTS)) {
      statement.setString(1, user);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          looks.put(rows.getString(1), rows.getInt(2));
        }
      }
    }
    return looks;
  }

  /** In a new session; Keycloak may still be looking for its database. */
  private static Visitor signedIn(DrivenServers servers, String user) throws IOException {
    for (int tries = 1; ; tries++) {
      try {
        return Visitor.signIn(
            URI.create(servers.address()),
            "/therapist/desk.xhtml",
            user,
            servers.backstage().passwordOf(user));
      } catch (IOException notYet) {
        if (tries == MOST_TRIES) {
          throw notYet;
        }
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(500));
      }
    }
  }
}
