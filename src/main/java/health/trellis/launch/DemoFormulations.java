package health.trellis.launch;

import health.trellis.kernel.TimeOrderedUuid;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Formulations of some of the demonstration's clients, invented, in two versions each. They are
 * written after the beliefs that they lead to.
 */
final class DemoFormulations {
  /**
   * Client | entry | in which versions | part | age | which of the client's beliefs | words. Where
   * an entry has two lines, its words changed.
   */
  private static final String TEXTS =
      """
      Lea Sommer|1|12|PRESENTING|||Exhausted; works late every evening and sleeps five hours.
      Lea Sommer|2|12|PRESENTING|||Turns help down, and is angry afterwards that nobody helps.
      Lea Sommer|3|12|PREDISPOSING|8||The mother was ill for years; Lea ran the household and was praised for it.
      Lea Sommer|4|12|PREDISPOSING|14|1|A friend told on what she had confided.
      Lea Sommer|5|1|PRECIPITATING|33||A new post; everything had to go through her.
      Lea Sommer|5|2|PRECIPITATING|33||Promoted to lead six people: she could no longer check everything herself.
      Lea Sommer|6|12|PERPETUATING||1|Does again at night what others have done, and so never sees that it was good enough.
      Lea Sommer|7|2|PERPETUATING|||Is praised for getting everything done; nobody sees the price.
      Lea Sommer|8|12|PROTECTIVE|||A sister who rings, and whom she rings back.
      Lea Sommer|9|1|PROTECTIVE|||Likes plans and keeps to them.
      Lea Sommer|10|2|PROTECTIVE||1|Let others pack for the weekend: one jumper was missing, and it did not matter.
      Amara Okafor-Nwosu|1|12|PRESENTING|||Alone most evenings; says no before anybody can ask twice.
      Amara Okafor-Nwosu|2|12|PRESENTING||2|Ends friendships after the first disappointment.
      Amara Okafor-Nwosu|3|12|PREDISPOSING|9|2|The father moved out and did not write.
      Amara Okafor-Nwosu|4|12|PREDISPOSING|12||Four schools in three years; began alone each time.
      Amara Okafor-Nwosu|5|12|PRECIPITATING|28||The closest friend moved abroad.
      Amara Okafor-Nwosu|6|12|PERPETUATING||2|Leaves first, and so never learns who would have stayed.
      Amara Okafor-Nwosu|7|2|PERPETUATING||1|Takes everything over at work, so that nobody learns to help.
      Amara Okafor-Nwosu|8|12|PROTECTIVE|||Humour, and a long patience with children.
      Amara Okafor-Nwosu|9|1|PROTECTIVE||2|Some stay, and she notices it when she looks.
      Amara Okafor-Nwosu|9|2|PROTECTIVE||2|Two friends rang back the same evening; she has kept their messages.
      Amara Okafor-Nwosu|10|2|PROTECTIVE|||A choir on Thursdays that misses her when she is away.
      """;

  /** Further on than any client has beliefs. */
  private static final int NONE = 1_000;

  private static final List<Integer> DAYS_AGO = List.of(84, 12);
  private static final String NEW = "After the experiment: what keeps it going is clearer now.";

  private final UUID clinic;
  private final Instant now;
  private final List<String[]> texts = TEXTS.lines().map(line -> line.split("\\|", -1)).toList();

  private final DemoTable formulations =
      new DemoTable(
          "insert into formulation (id, clinic_id, client_id, number, entries, remark, written_by,"
              + " written_at, request_key) values (?, ?, ?, ?, ?, ?, ?, ?, ?)");
  private final DemoTable entries =
      new DemoTable(
          "insert into formulation_entry (id, clinic_id, client_id, formulation_id, line, part,"
              + " place, words, age, belief_id)"
              + " select ?, ?, c.id, ?, ?, ?, ?, ?, cast(? as smallint), (select b.id from belief b"
              + " where b.client_id = c.id order by b.named_at offset ? limit 1)"
              + " from client c where c.id = ?");

  DemoFormulations(UUID clinic, Instant now) {
    this.clinic = clinic;
    this.now = now;
  }

  /** Both versions of a client whom the texts name. */
  void write(DemoClient client, UUID id, UUID therapist) {
    Map<String, UUID> lines = new HashMap<>();
    for (int number = 1; number <= DAYS_AGO.size(); number++) {
      String version = Integer.toString(number);
      List<String[]> told =
          texts.stream()
              .filter(text -> text[0].equals(client.name()) && text[2].contains(version))
              .toList();
      if (!told.isEmpty()) {
        Instant at = now.minus(Duration.ofDays(DAYS_AGO.get(number - 1)));
        UUID formulation = TimeOrderedUuid.at(at.toEpochMilli());
        formulations.add(
            formulation,
            clinic,
            id,
            number,
            told.size(),
            number == 1 ? null : NEW,
            therapist,
            at,
            UUID.randomUUID());
        tell(id, formulation, told, lines);
      }
    }
  }

  private void tell(UUID client, UUID formulation, List<String[]> told, Map<String, UUID> lines) {
    Map<String, Integer> places = new HashMap<>();
    for (String[] text : told) {
      entries.add(
          UUID.randomUUID(),
          clinic,
          formulation,
          lines.computeIfAbsent(text[1], line -> UUID.randomUUID()),
          text[3],
          places.merge(text[3], 1, Integer::sum),
          text[6],
          text[4].isEmpty() ? null : Integer.valueOf(text[4]),
          text[5].isEmpty() ? NONE : Integer.parseInt(text[5]) - 1,
          client);
    }
  }

  void write(Connection owner) throws SQLException {
    formulations.write(owner);
    entries.write(owner);
  }
}
