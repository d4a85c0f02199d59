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

/**
 * Goals of the demonstration's clients, invented, each rated over some months by either method.
 * They are written after the beliefs that they work against, the people who are part of them, and
 * the notes that are about them.
 */
final class DemoGoals {
  /**
   * Words | what exactly | measured | baseline | target | barriers | focus | levels from −2 to 2 |
   * two steps.
   */
  private static final String TEXTS =
      """
      I want to ask before I am at my limit.|Ask one person for one small thing each week, before the evening.|Both count the asks in the session.|Asks about once in two months.|Asks once a week.|An offer feels like a debt.|HELP|Asks nobody in a month.|Asks once in a month, at the limit.|Asks once a week for something small.|Asks twice a week.|Asks for something that matters.|Ask Jo to look over one page.|Tell the sister which evening is too long.
      When somebody offers, I want to say yes once.|Accept an offer and give nothing back for a week.|A line in the diary for each offer.|Says no before the sentence ends.|Accepts every other offer.|People may count on me to pay it back.|REFUSES_OFFERS|Refuses every offer at once.|Accepts one and repays it the same day.|Accepts one in two and repays nothing.|Accepts most offers.|Accepts and says that it did good.|Let the neighbour carry the shopping.|Write down one offer and what it was like.
      I want to leave something that others did as it is.|Leave one task a week as somebody else did it.|How often it was done again at night.|Does it again every night.|Leaves three tasks a week.|It will be seen that it is not perfect.|TRUSTS_NOBODYS_WORK|Does everything again.|Leaves one task, and watches.|Leaves three tasks a week.|Hands one over from the start.|Hands one over and asks nothing.|Let the children pack, and look at nothing.|Let a colleague send the report as it is.
      I want to tell one person how it really was.|One true sentence to one person each week.|The client says in the session to whom and what.|Says that all is well.|One true sentence a week.|It may be used against me.|VULNERABILITY|Says that all is well, to everybody.|Says a true sentence after a long time.|Says one true sentence a week.|Says one to somebody new.|Lets somebody stay with it.|Call Ana and tell one thing from this week.|Answer "how are you" once as it is.
      """;

  private static final int MOST = 8;
  private static final Set<DemoCourse> STILL = Set.of(DemoCourse.PLATEAU, DemoCourse.STOPPED);

  private final UUID clinic;
  private final Instant now;
  private final List<String[]> texts = TEXTS.lines().map(line -> line.split("\\|", -1)).toList();

  private final DemoTable starters =
      new DemoTable(
          "insert into goal_starter (id, clinic_id, focus, words, particulars, made_by, made_at,"
              + " changed_at, request_key) values (?, ?, ?, ?, ?, ?, ?, ?, gen_random_uuid())");
  private final DemoTable goals =
      new DemoTable(
          "insert into goal (id, clinic_id, client_id, words, particulars, measured, baseline, target,"
              + " barriers, focus, target_date, rank, belief_id, status, status_at, status_by, status_as,"
              + " proposed_by, proposed_at, revised_at, request_key)"
              + " select ?, ?, c.id, ?, ?, ?, ?, ?, ?, ?, ?, cast(? as smallint), (select b.id from belief b"
              + " where b.client_id = c.id order by b.named_at limit 1), 'PROPOSED', ?, ?, 'THERAPIST',"
              + " ?, ?, ?, gen_random_uuid() from client c where c.id = ?");
  private final DemoTable scales =
      new DemoTable(
          "insert into goal_scale (id, clinic_id, client_id, goal_id, number, much_less, less, expected,"
              + " more, much_more, importance, difficulty, baseline, drafted_by, drafted_at, offered_by,"
              + " offered_at, agreed_by, agreed_as, agreed_at, request_key)"
              + " values (?, ?, ?, ?, 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'THERAPIST', ?,"
              + " gen_random_uuid())");
  private final DemoTable moves =
      new DemoTable(
          "update goal set status = ?, status_at = ?, version = version + 1 where id = ?");
  private final DemoTable sharings =
      new DemoTable(
          "update goal set shared_at = ?, shared_by = proposed_by, version = version + 1"
              + " where id = ?");
  private final DemoTable ratings =
      new DemoTable(
          "insert into goal_rating (id, clinic_id, client_id, goal_id, scale_id, level, score, rated_by,"
              + " rated_as, rated_on, kept_at, request_key)"
              + " select ?, ?, c.id, ?, cast(? as uuid), cast(? as smallint), cast(? as smallint),"
              + " coalesce(cast(? as uuid), c.person_id),"
              + " ?, ?, ?, gen_random_uuid() from client c where c.id = ?");
  private final DemoTable steps =
      new DemoTable(
          "insert into goal_step (id, clinic_id, client_id, goal_id, words, owner, due_on, done_at,"
              + " done_by, added_by, added_at, request_key)"
              + " values (?, ?, ?, ?, ?, 'CLIENT', ?, ?, ?, ?, ?, gen_random_uuid())");

  private final DemoTable involved =
      new DemoTable(
          "update goal g set version = version + 1, supporter_id = (select p.id from supporter p"
              + " cross join lateral (select s.on_map, s.would_ask from supporter_state s"
              + " where s.supporter_id = p.id order by s.number desc limit 1) s"
              + " where p.client_id = g.client_id and s.on_map"
              + " order by s.would_ask desc nulls last, p.id limit 1) where g.id = ?");

  private final DemoTable told =
      new DemoTable(
          "insert into note_goal (id, clinic_id, client_id, note_id, goal_id, linked_at, linked_by)"
              + " select uuidv7(), n.clinic_id, n.client_id, n.id, g.id, n.created_at, n.author_id"
              + " from goal g join session_note n on n.client_id = g.client_id"
              + " where g.id = ? and n.created_at > g.proposed_at"
              + " order by n.created_at desc limit 3");

  DemoGoals(UUID clinic, Instant now) {
    this.clinic = clinic;
    this.now = now;
  }

  /** A goal to begin with that the practice wrote when it opened. */
  void offerStarter(UUID administrator, Instant opened) {
    starters.add(
        TimeOrderedUuid.at(opened.toEpochMilli()),
        clinic,
        "SOLITUDE",
        "I want to come to the open evening once and stay for a cup of tea.",
        "The first Thursday of the month. Say one sentence to one person, and leave when you like.",
        administrator,
        opened,
        opened);
  }

  /** Whose it is, which goal, who treats the client, and when it was proposed. */
  private record Of(UUID client, UUID goal, UUID therapist, Instant first) {}

  /** One, two or three goals of a client who has answered some inventories. */
  void set(DemoClient client, UUID id, UUID therapist) {
    int times = Math.min(MOST, client.answered());
    if (times < 2) {
      return;
    }
    boolean portal = client.notes().contains(DemoClient.Note.PORTAL);
    long since = client.course() == DemoCourse.STOPPED ? 100 : 0;
    Instant first = now.minus(Duration.ofDays(21L * times + since));
    Of levelled = propose(client, id, therapist, first, 0, null);
    UUID scale = describe(client, levelled);
    move(levelled, "AGREED", first.plus(Duration.ofDays(1)));
    move(levelled, "ACTIVE", first.plus(Duration.ofDays(2)));
    involved.add(levelled.goal());
    told.add(levelled.goal());
    step(levelled, client, portal);
    for (int time = 0; time < times; time++) {
      rate(levelled, client, scale, time, portal);
    }
    if (client.age() % 3 > 0 || portal) {
      Of ranked = propose(client, id, therapist, first.plus(Duration.ofDays(9)), 1, 1);
      move(ranked, "AGREED", first.plus(Duration.ofDays(10)));
      for (int time = 0; time < times; time++) {
        rate(ranked, client, null, time, portal);
      }
      share(ranked, portal);
    }
    if (client.age() % 3 == 2 || portal) {
      propose(client, id, therapist, now.minus(Duration.ofDays(2)), 2, null);
    }
    share(levelled, portal);
  }

  private Of propose(
      DemoClient client, UUID id, UUID therapist, Instant at, int number, @Nullable Integer rank) {
    String[] text = text(client, number);
    UUID goal = TimeOrderedUuid.at(at.toEpochMilli());
    goals.add(
        goal,
        clinic,
        text[0],
        text[1],
        text[2],
        text[3],
        text[4],
        text[5],
        text[6],
        day(now).plusDays(client.age() % 4 == 1 ? -6 : 40 + client.age()),
        rank,
        at,
        therapist,
        therapist,
        at,
        at,
        id);
    return new Of(id, goal, therapist, at);
  }

  private String[] text(DemoClient client, int number) {
    return texts.get((client.age() + number) % texts.size());
  }

  private UUID describe(DemoClient client, Of of) {
    String[] text = text(client, 0);
    UUID scale = TimeOrderedUuid.at(of.first().toEpochMilli());
    Instant agreed = of.first().plus(Duration.ofDays(1));
    scales.add(
        scale,
        clinic,
        of.client(),
        of.goal(),
        text[7],
        text[8],
        text[9],
        text[10],
        text[11],
        1 + client.age() % 3,
        1 + client.age() % 2,
        -1,
        of.therapist(),
        of.first(),
        of.therapist(),
        of.first(),
        of.therapist(),
        agreed);
    return scale;
  }

  private void move(Of of, String status, Instant at) {
    moves.add(status, at, of.goal());
  }

  private void share(Of of, boolean portal) {
    if (portal) {
      sharings.add(of.first().plus(Duration.ofDays(3)), of.goal());
    }
  }

  /** One step that was done, one for this week. */
  private void step(Of of, DemoClient client, boolean portal) {
    String[] text = text(client, 0);
    Instant done = of.first().plus(Duration.ofDays(6));
    UUID id = TimeOrderedUuid.at(of.first().toEpochMilli());
    steps.add(
        id,
        clinic,
        of.client(),
        of.goal(),
        text[12],
        day(done),
        done,
        of.therapist(),
        of.therapist(),
        of.first());
    steps.add(
        TimeOrderedUuid.at(done.toEpochMilli()),
        clinic,
        of.client(),
        of.goal(),
        text[13],
        day(now).plusDays(portal ? 3 : client.age() % 5 - 1),
        null,
        null,
        of.therapist(),
        done);
  }

  /** Up by fits and starts; the client rates a little lower, every other time. */
  private void rate(Of of, DemoClient client, @Nullable UUID scale, int time, boolean portal) {
    Instant at = of.first().plus(Duration.ofDays(3 + 21L * time));
    if (at.isAfter(now)) {
      return;
    }
    boolean moves = !STILL.contains(client.course());
    int unrest = (client.age() * 5 + time * 7) % 3 - 1;
    rate(of, scale, at, value(scale, moves, time, unrest), of.therapist());
    if (portal && time % 2 == 1) {
      rate(of, scale, at.plus(Duration.ofDays(2)), value(scale, moves, time, unrest - 1), null);
    }
  }

  private static int value(@Nullable UUID scale, boolean moves, int time, int unrest) {
    int risen = moves ? time : 0;
    return scale == null
        ? Math.max(0, Math.min(10, 2 + risen + unrest))
        : Math.max(-2, Math.min(2, -1 + risen / 2 + unrest / 2));
  }

  private void rate(Of of, @Nullable UUID scale, Instant at, int value, @Nullable UUID therapist) {
    ratings.add(
        TimeOrderedUuid.at(at.toEpochMilli()),
        clinic,
        of.goal(),
        scale,
        scale == null ? null : value,
        scale == null ? value : null,
        therapist,
        therapist == null ? "CLIENT" : "THERAPIST",
        day(at),
        at,
        of.client());
  }

  private static LocalDate day(Instant at) {
    return at.atOffset(ZoneOffset.UTC).toLocalDate();
  }

  void write(Connection owner) throws SQLException {
    for (DemoTable table :
        List.of(starters, goals, scales, moves, sharings, ratings, steps, involved, told)) {
      table.write(owner);
    }
  }
}
