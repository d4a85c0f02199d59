package health.trellis.crash;

import static org.assertj.core.api.Assertions.assertThat;

import health.trellis.launch.DrivenServers;
import health.trellis.launch.Installation;
import health.trellis.launch.Progress;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Trellis, its database, or both, killed while three therapists write and sign. Each kill comes at
 * a moment drawn by chance; {@code -Dcrash.kills=100} draws more of them.
 */
class CrashTrial {
  private static final int KILLS = Integer.getInteger("crash.kills", 3);
  private static final long SEED = Long.getLong("crash.seed", System.nanoTime());
  private static final Path WAR = Installation.here().war();

  /** One writer each: Keycloak refuses a person who gives the password twice at one moment. */
  private static final List<String> USERS = List.of("therapist", "colleague", "supervisor");

  private static final String CLIENT =
      """
      select l.client_id from caseload l join person p on p.id = l.therapist_id
        join client c on c.id = l.client_id
      where l.until is null and c.closed_at is null and p.email = ? || '@trellis.example'
      order by random() limit 1""";

  private final Random random = new Random(SEED);
  private final Tally tally = new Tally();

  @Test
  @Timeout(value = 2, unit = TimeUnit.HOURS) // for a hundred kills
  void nothing_acknowledged_is_lost_and_nothing_is_half_signed() throws Exception {
    Path data = Path.of("target", "crash", "data").toAbsolutePath();
    try (DrivenServers servers = DrivenServers.start(data, Progress.silent())) {
      servers.startPayara(WAR);
      for (int kill = 0; kill < KILLS; kill++) {
        crash(servers, Victim.of(kill));
      }
    }
    Progress.console().say(tally + " (seed " + SEED + ")");
    assertThat(tally.faults()).as("seed %d", SEED).isEmpty();
    assertThat(tally.savesSeen()).isGreaterThan(KILLS);
    assertThat(tally.signaturesSeen()).isPositive();
  }

  private void crash(DrivenServers servers, Victim victim) throws Exception {
    Round round = new Round(USERS.size(), random);
    List<Writer> writers = writers(servers, round);
    ExecutorService hands = Executors.newFixedThreadPool(USERS.size());
    writers.forEach(hands::execute);
    hands.shutdown();
    boolean all = round.awaitMoment();
    for (Writer writer : writers) {
      Exception early = writer.end();
      if (early != null) {
        throw new IllegalStateException("a writer was cut off before the kill", early);
      }
    }
    assertThat(all).as("everybody writes, and somebody signs").isTrue();
    victim.kill(servers);
    tally.killed();
    writers.forEach(Writer::stop);
    assertThat(hands.awaitTermination(2, TimeUnit.MINUTES)).as("the writers ended").isTrue();
    victim.start(servers, WAR);
    for (Writer writer : writers) {
      if (victim.endsSessions()) {
        writer.signIn();
      }
      judge(servers, writer);
    }
  }

  private List<Writer> writers(DrivenServers servers, Round round)
      throws IOException, SQLException {
    List<Writer> writers = new ArrayList<>();
    for (String userName : USERS) {
      Writer writer =
          new Writer(
              URI.create(servers.address()),
              userName,
              servers.backstage().passwordOf(userName),
              clientOf(servers, userName),
              round,
              new Random(random.nextLong()));
      writer.signIn();
      writers.add(writer);
    }
    return writers;
  }

  private void judge(DrivenServers servers, Writer writer) throws IOException, SQLException {
    Verdict last = null;
    for (Written note : writer.notes()) {
      try (Connection owner = servers.backstage().asOwner()) {
        last = Verdict.on(note, owner);
      }
      tally.add(note, last);
    }
    if (last != null && !writer.finds(writer.notes().get(writer.notes().size() - 1), last)) {
      tally.fault("a page shows another note than the database holds");
    }
  }

  private static String clientOf(DrivenServers servers, String userName) throws SQLException {
    try (Connection owner = servers.backstage().asOwner();
        PreparedStatement statement = owner.prepareStatement(CLIENT)) {
      statement.setString(1, userName);
      try (ResultSet rows = statement.executeQuery()) {
        if (!rows.next()) {
          throw new IllegalStateException(userName + " treats nobody");
        }
        return rows.getString(1);
      }
    }
  }
}
