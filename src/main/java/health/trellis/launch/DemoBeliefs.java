package health.trellis.launch;

import health.trellis.kernel.TimeOrderedUuid;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Beliefs of the demonstration's clients, invented, each rated over some months. */
final class DemoBeliefs {
  /**
   * Words | theme | about | origin | age | triggers | safety | alternative | two feelings | what
   * speaks for it | what speaks against it | prediction | plan | outcome | learned.
   */
  private static final String TEXTS =
      """
      If I ask for help, they see that I am not up to it.|HELP_IS_WEAKNESS|SELF|CHILDHOOD_TRAUMA|7|An offer that comes before the work is done; being watched.|Says no before the sentence is finished. Stays late.|Asking shows that I trust somebody.|shame|fear|At work a mistake was passed on and laughed about.|Handed over one task; the colleague said thank you for the trust.|They will sigh and do it badly.|Ask one colleague for one small thing, before noon.|She said yes at once and asked nothing in return.|What I expect comes from long ago, not from her.
      In the end nobody stays.|OTHERS_LET_ME_DOWN|OTHERS|ABANDONMENT|9|An unanswered message; plans that change.|Leaves first. Never counts on anyone.|Some stay, and I notice when I look.|sadness|loneliness|A friend moved away and wrote once.|The sister rang again after the quarrel.|Nobody will ring back within a day.|Leave a message for three people and wait.|Two rang the same evening, one the day after.|Waiting feels like being left, and is not the same.
      It only goes well when I do it myself.|MUST_BE_PERFECT|WORLD|BROKEN_TRUST|14|Somebody else's way of folding, driving, writing.|Does it again at night.|Done differently can be done well.|anger|fear|A form came back with a wrong date in it.|The children cooked; it was late, and it was good.|It will have to be done again.|Let somebody else pack for the weekend, and look at nothing.|One jumper was missing. It did not matter.|I can live with a jumper less.
      Who comes close can hurt me.|CLOSENESS_IS_DANGER|OTHERS|BETRAYAL|19|A question about how it really is.|Makes a joke, changes the subject.|I can let somebody a little closer and stay whole.|fear|shame|What was told in confidence was told on.|Said that the week was hard; he only listened.|It will be used against me.|Answer one question about how it really is with one true sentence.|He told something of his own.|One sentence is a size that I can choose.
      """;

  private static final int MOST = 6;
  private static final Set<DemoCourse> STILL = Set.of(DemoCourse.PLATEAU, DemoCourse.STOPPED);

  private final UUID clinic;
  private final Instant now;
  private final List<String[]> texts = TEXTS.lines().map(line -> line.split("\\|", -1)).toList();

  private final DemoTable beliefs =
      new DemoTable(
          "insert into belief (id, clinic_id, client_id, words, theme, about, origin, origin_age,"
              + " triggers, safety, alternative, emotions, emotion_strengths, named_by, named_at, revised_at,"
              + " request_key) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, array[?, ?], array[?, ?], ?,"
              + " ?, ?, ?)");
  private final DemoTable ratings =
      new DemoTable(
          "insert into conviction (id, clinic_id, client_id, belief_id, rated_by, rated_as,"
              + " rated_at, conviction, alternative, request_key)"
              + " values (?, ?, ?, ?, ?, 'THERAPIST', ?, ?, ?, ?)");

  private final DemoTable experiments =
      new DemoTable(
          "insert into experiment (id, clinic_id, client_id, belief_id, prediction, probability,"
              + " plan, planned_for, planned_by, planned_at, request_key)"
              + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
  private final DemoTable testRatings =
      new DemoTable(
          "insert into conviction (id, clinic_id, client_id, belief_id, rated_by, rated_as,"
              + " rated_at, conviction, alternative, request_key, experiment_id, moment)"
              + " values (?, ?, ?, ?, ?, 'THERAPIST', ?, ?, ?, ?, ?, ?)");
  private final DemoTable outcomes =
      new DemoTable(
          "update experiment set happened_on = ?, outcome = ?, learned = ?, done_at = ?,"
              + " done_by = planned_by, version = 1 where id = ?");
  private final DemoTable evidence =
      new DemoTable(
          "insert into evidence (id, clinic_id, client_id, belief_id, side, words, happened_on,"
              + " source, experiment_id, added_by, added_at, request_key)"
              + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");

  private final DemoTable sharings =
      new DemoTable(
          "update belief set shared_at = ?, shared_by = named_by, shares_ratings = true,"
              + " version = 1 where id = ?");
  private final DemoTable ownRatings =
      new DemoTable(
          "insert into conviction (id, clinic_id, client_id, belief_id, rated_by, rated_as,"
              + " rated_at, conviction, alternative, request_key)"
              + " select ?, clinic_id, id, ?, person_id, 'CLIENT', ?, ?, ?, ? from client"
              + " where id = ?");

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
          text[8],
          text[9],
          60 + client.age() % 30,
          35 + client.age() % 40,
          therapist,
          first,
          first,
          UUID.randomUUID());
      for (int time = 0; time < times; time++) {
        rate(client, id, belief, therapist, first.plus(Duration.ofDays(28L * time)), time);
      }
      UUID test = test(new Of(id, belief, therapist), text, first.plus(Duration.ofDays(30)), i > 0);
      tell(new Of(id, belief, therapist), text, first, i > 0 ? null : test);
      if (client.notes().contains(DemoClient.Note.PORTAL)) {
        share(id, belief, first.plus(Duration.ofDays(60)));
      }
    }
  }

  /** Whose it is, of which belief, and who writes it down. */
  private record Of(UUID client, UUID belief, UUID therapist) {}

  /** An experiment that was planned then: done a week later, or still ahead. */
  private UUID test(Of of, String[] text, Instant then, boolean ahead) {
    Instant at = ahead ? now.minus(Duration.ofDays(1)) : then;
    UUID test = TimeOrderedUuid.at(at.toEpochMilli());
    experiments.add(
        test,
        clinic,
        of.client(),
        of.belief(),
        text[12],
        75,
        text[13],
        day(at.plus(Duration.ofDays(5))),
        of.therapist(),
        at,
        UUID.randomUUID());
    rateTest(of, test, at, "BEFORE", 78);
    if (!ahead) {
      Instant done = at.plus(Duration.ofDays(7));
      rateTest(of, test, done, "AFTER", 64);
      outcomes.add(day(done.minus(Duration.ofDays(1))), text[14], text[15], done, test);
    }
    return test;
  }

  private void rateTest(Of of, UUID test, Instant at, String moment, int conviction) {
    testRatings.add(
        TimeOrderedUuid.at(at.toEpochMilli()),
        clinic,
        of.client(),
        of.belief(),
        of.therapist(),
        at,
        conviction,
        100 - conviction,
        UUID.randomUUID(),
        test,
        moment);
  }

  /** Shares it with the client, who has rated it twice since. */
  private void share(UUID client, UUID belief, Instant at) {
    sharings.add(at, belief);
    rateAlone(client, belief, at.plus(Duration.ofDays(10)), 71);
    rateAlone(client, belief, at.plus(Duration.ofDays(40)), 58);
  }

  private void rateAlone(UUID client, UUID belief, Instant at, int conviction) {
    UUID id = TimeOrderedUuid.at(at.toEpochMilli());
    ownRatings.add(id, belief, at, conviction, 95 - conviction, UUID.randomUUID(), client);
  }

  /** One thing that speaks for it and two against it, the last one learned by the experiment. */
  private void tell(Of of, String[] text, Instant first, @Nullable UUID done) {
    Instant later = first.plus(Duration.ofDays(12));
    tell(of, "FOR", text[10], first, null);
    tell(of, "AGAINST", text[11], later, null);
    if (done != null) {
      tell(of, "AGAINST", text[14], first.plus(Duration.ofDays(37)), done);
    }
  }

  private void tell(Of of, String side, String words, Instant at, @Nullable UUID experiment) {
    evidence.add(
        TimeOrderedUuid.at(at.toEpochMilli()),
        clinic,
        of.client(),
        of.belief(),
        side,
        words,
        day(at.minus(Duration.ofDays(1))),
        experiment == null ? "SESSION" : "EXPERIMENT",
        experiment,
        of.therapist(),
        at,
        UUID.randomUUID());
  }

  private static LocalDate day(Instant at) {
    return at.atOffset(ZoneOffset.UTC).toLocalDate();
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
    for (DemoTable table :
        List.of(
            beliefs, ratings, experiments, testRatings, outcomes, evidence, sharings, ownRatings)) {
      table.write(owner);
    }
  }
}
