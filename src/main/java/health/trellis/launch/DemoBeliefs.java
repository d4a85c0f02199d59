package health.trellis.launch;

import health.trellis.kernel.TimeOrderedUuid;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Beliefs of the demonstration's clients, invented, each rated over some months. */
final class DemoBeliefs {
  /** Words | theme | about | origin | age | triggers | safety | alternative. */
  private static final String TEXTS =
      """
      If I ask for help, they see that I am not up to it.|HELP_IS_WEAKNESS|SELF|CHILDHOOD_TRAUMA|7|An offer that comes before the work is done; being watched.|Says no before the sentence is finished. Stays late.|Asking shows that I trust somebody.
      In the end nobody stays.|OTHERS_LET_ME_DOWN|OTHERS|ABANDONMENT|9|An unanswered message; plans that change.|Leaves first. Never counts on anyone.|Some stay, and I notice when I look.
      It only goes well when I do it myself.|MUST_BE_PERFECT|WORLD|BROKEN_TRUST|14|Somebody else's way of folding, driving, writing.|Does it again at night.|Done differently can be done well.
      Who comes close can hurt me.|CLOSENESS_IS_DANGER|OTHERS|BETRAYAL|19|A question about how it really is.|Makes a joke, changes the subject.|I can let somebody a little closer and stay whole.
      """;

  private static final int MOST = 6;
  private static final Set<DemoCourse> STILL = Set.of(DemoCourse.PLATEAU, DemoCourse.STOPPED);

  private final UUID clinic;
  private final Instant now;
  private final List<String[]> texts = TEXTS.lines().map(line -> line.split("\\|", -1)).toList();

  private final DemoTable beliefs =
      new DemoTable(
          "insert into belief (id, clinic_id, client_id, words, theme, about, origin, origin_age,"
              + " triggers, safety, alternative, named_by, named_at, revised_at, request_key)"
              + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
  private final DemoTable ratings =
      new DemoTable(
          "insert into conviction (id, clinic_id, client_id, belief_id, rated_by, rated_as,"
              + " rated_at, conviction, alternative, request_key)"
              + " values (?, ?, ?, ?, ?, 'THERAPIST', ?, ?, ?, ?)");

  DemoBeliefs(UUID clinic, Instant now) {
    this.clinic = clinic;
    this.now = now;
  }

  /** One or two beliefs of a client who has answered some inventories, and how they moved. */
  void name(DemoClient client, UUID id, UUID therapist) {
    int times = Math.min(MOST, client.answered());
    if (times < 2 || client.age() < 19) {
      return;
    }
    for (int i = 0; i <= client.age() % 2; i++) {
      String[] text = texts.get((client.age() + i) % texts.size());
      Instant first = now.minus(Duration.ofDays(28L * times + 3L * i));
      UUID belief = TimeOrderedUuid.at(first.toEpochMilli());
      beliefs.add(
          belief,
          clinic,
          id,
          text[0],
          text[1],
          text[2],
          text[3],
          Integer.parseInt(text[4]),
          text[5],
          text[6],
          text[7],
          therapist,
          first,
          first,
          UUID.randomUUID());
      for (int time = 0; time < times; time++) {
        rate(client, id, belief, therapist, first.plus(Duration.ofDays(28L * time)), time);
      }
    }
  }

  /** Down by fits and starts, while the alternative rises more slowly. */
  private void rate(DemoClient client, UUID id, UUID belief, UUID therapist, Instant at, int time) {
    int unrest = (client.age() * 7 + time * 13) % 11 - 5;
    boolean moves = !STILL.contains(client.course());
    int conviction = 88 - (moves ? 9 : 1) * time + unrest;
    int alternative = 18 + (moves ? 7 : 1) * time - unrest;
    ratings.add(
        TimeOrderedUuid.at(at.toEpochMilli()),
        clinic,
        id,
        belief,
        therapist,
        at,
        conviction,
        alternative,
        UUID.randomUUID());
  }

  void write(Connection owner) throws SQLException {
    beliefs.write(owner);
    ratings.write(owner);
  }
}
