package health.trellis.launch;

import health.trellis.kernel.TimeOrderedUuid;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The support maps of two of the demonstration's clients, invented, as they grew over some months.
 */
final class DemoSupport {
  /**
   * Client | supporter | days ago | alias | relation | circle | angle | contact | gives | receives
   * | tie | would ask | asked, days before | accepted | refused | on the map. A supporter's lines
   * are its states.
   */
  private static final String STATES =
      """
      Lea Sommer|1|150|Nele|SIBLING|1|30|WEEKLY|ENCOURAGEMENT,COMPANY|ENCOURAGEMENT,ADVICE|STRONG|5||0|2|1
      Lea Sommer|2|150|Mum|PARENT|2|300|WEEKLY||PRACTICAL_HELP,COMPANY|STRESSFUL|1||0|3|1
      Lea Sommer|3|150|Dad|PARENT|3|262|YEARLY|||BROKEN|0||0|0|1
      Lea Sommer|4|150|Jonas|PARTNER|1|150|DAILY|COMPANY|PRACTICAL_HELP,ADVICE,ENCOURAGEMENT|STRONG|3||1|6|1
      Lea Sommer|5|150|Tarek|COLLEAGUE|3|120|DAILY||ADVICE|WEAK|2||0|2|1
      Lea Sommer|6|150|Greta|FRIEND|3|210|RARELY|ENCOURAGEMENT||WEAK|3||0|1|1
      Lea Sommer|7|110|Frau Albers|NEIGHBOUR|3|20|MONTHLY|PRACTICAL_HELP||WEAK|2||0|1|1
      Lea Sommer|5|96|Tarek|COLLEAGUE|2|120|DAILY|PRACTICAL_HELP,ADVICE|ADVICE|WEAK|5|3|1|2|1
      Lea Sommer|8|90|Climbing group|GROUP|2|72|WEEKLY|COMPANY|COMPANY|STRONG|4||1|0|1
      Lea Sommer|1|70|Nele|SIBLING|1|30|WEEKLY|ENCOURAGEMENT,COMPANY,PRACTICAL_HELP|ENCOURAGEMENT,ADVICE|STRONG|8|2|2|2|1
      Lea Sommer|6|58|Greta|FRIEND|2|210|MONTHLY|ENCOURAGEMENT,COMPANY|ENCOURAGEMENT|STRONG|6|1|1|1|1
      Lea Sommer|3|52|Dad|PARENT|3|262|YEARLY|||BROKEN|0||0|0|
      Lea Sommer|9|45|Dr Osei|PROFESSIONAL|3|330|MONTHLY|ADVICE||WEAK|7|20|1|0|1
      Lea Sommer|4|30|Jonas|PARTNER|1|150|DAILY|COMPANY,PRACTICAL_HELP,ENCOURAGEMENT|PRACTICAL_HELP,ADVICE,ENCOURAGEMENT|STRONG|7|1|4|6|1
      Lea Sommer|10|24|Samira|COLLEAGUE|3|165|DAILY|PRACTICAL_HELP|PRACTICAL_HELP|STRONG|6|1|1|0|1
      Lea Sommer|7|9|Frau Albers|NEIGHBOUR|2|20|WEEKLY|PRACTICAL_HELP,COMPANY|COMPANY|STRONG|6|2|2|1|1
      Lea Sommer|2|6|Mum|PARENT|2|300|WEEKLY|ENCOURAGEMENT|PRACTICAL_HELP,COMPANY|WEAK|4|1|1|3|1
      Amara Okafor-Nwosu|1|140|Chidi|SIBLING|1|200|MONTHLY|ENCOURAGEMENT|ENCOURAGEMENT,ADVICE|STRONG|4||0|1|1
      Amara Okafor-Nwosu|2|140|Mama|PARENT|1|330|WEEKLY|COMPANY|PRACTICAL_HELP|STRESSFUL|2||1|4|1
      Amara Okafor-Nwosu|3|140|Holly|FRIEND|2|60|RARELY|COMPANY|COMPANY|WEAK|3||0|2|1
      Amara Okafor-Nwosu|4|140|Ms Okoye|COLLEAGUE|3|110|DAILY||ADVICE,PRACTICAL_HELP|STRESSFUL|1||0|3|1
      Amara Okafor-Nwosu|5|100|Thursday choir|GROUP|3|20|WEEKLY|COMPANY|COMPANY|WEAK|3||0|1|1
      Amara Okafor-Nwosu|3|64|Holly|FRIEND|1|60|WEEKLY|COMPANY,ENCOURAGEMENT|COMPANY,ENCOURAGEMENT|STRONG|7|1|1|2|1
      Amara Okafor-Nwosu|5|40|Thursday choir|GROUP|2|20|WEEKLY|COMPANY,ENCOURAGEMENT|COMPANY|STRONG|6|4|1|1|1
      Amara Okafor-Nwosu|6|33|Ben|FRIEND|2|150|WEEKLY|ENCOURAGEMENT|ADVICE|STRONG|6|1|1|0|1
      Amara Okafor-Nwosu|4|20|Ms Okoye|COLLEAGUE|3|110|DAILY||ADVICE|WEAK|3||0|3|1
      Amara Okafor-Nwosu|7|8|Mrs Tran|NEIGHBOUR|3|255|WEEKLY|PRACTICAL_HELP||WEAK|5|2|1|0|1
      """;

  /** Client | days ago | remark. */
  private static final String KEPT =
      """
      Lea Sommer|120|Drawn together for the first time.
      Lea Sommer|60|After the week of small requests.
      Lea Sommer|12|
      Amara Okafor-Nwosu|130|The first map.
      Amara Okafor-Nwosu|30|Two rang back the same evening.
      """;

  private static final int ALIAS = 3;
  private static final int SHARED_DAYS_AGO = 80;

  private final UUID clinic;
  private final Instant now;

  private final DemoTable supporters =
      new DemoTable("insert into supporter (id, clinic_id, client_id) values (?, ?, ?)");
  private final DemoTable states =
      new DemoTable(
          "insert into supporter_state (id, clinic_id, client_id, supporter_id, number, alias,"
              + " relation, circle, angle, contact, gives, receives, tie, would_ask, asked_on,"
              + " accepted, refused, on_map, written_by, written_as, written_at, request_key)"
              + " values (?, ?, ?, ?, ?, ?, ?, cast(? as smallint), cast(? as smallint), ?,"
              + " string_to_array(?, ','), string_to_array(?, ','), ?, cast(? as smallint), ?,"
              + " cast(? as smallint), cast(? as smallint), ?, ?, 'THERAPIST', ?, ?)");
  private final DemoTable maps =
      new DemoTable(
          "insert into support_map (id, clinic_id, client_id, moment, remark, kept_by,"
              + " request_key) values (?, ?, ?, ?, ?, ?, ?)");
  private final DemoTable sharings =
      new DemoTable(
          "insert into support_sharing (id, clinic_id, client_id, number, shared, decided_by,"
              + " decided_at) values (?, ?, ?, 1, true, ?, ?)");

  DemoSupport(UUID clinic, Instant now) {
    this.clinic = clinic;
    this.now = now;
  }

  /** The map of a client whom the texts name, shared with one who signs in. */
  void draw(DemoClient client, UUID id, UUID therapist) {
    Map<String, UUID> known = new HashMap<>();
    Map<String, Integer> numbers = new HashMap<>();
    for (String[] line : lines(STATES, client)) {
      Instant at = ago(line[2]);
      UUID supporter =
          known.computeIfAbsent(
              line[1],
              who -> {
                UUID named = TimeOrderedUuid.at(at.toEpochMilli());
                supporters.add(named, clinic, id);
                return named;
              });
      int number = numbers.merge(line[1], 1, Integer::sum);
      write(new Of(id, supporter, therapist), number, at, line);
    }
    for (String[] line : lines(KEPT, client)) {
      Instant at = ago(line[1]);
      maps.add(
          TimeOrderedUuid.at(at.toEpochMilli()),
          clinic,
          id,
          at,
          line[2].isEmpty() ? null : line[2],
          therapist,
          UUID.randomUUID());
    }
    if (client.notes().contains(DemoClient.Note.PORTAL)) {
      Instant at = ago(String.valueOf(SHARED_DAYS_AGO));
      sharings.add(TimeOrderedUuid.at(at.toEpochMilli()), clinic, id, therapist, at);
    }
  }

  /** Whose it is, of which supporter, and who writes it down. */
  private record Of(UUID client, UUID supporter, UUID therapist) {}

  private void write(Of of, int number, Instant at, String[] line) {
    states.add(
        TimeOrderedUuid.at(at.toEpochMilli()),
        clinic,
        of.client(),
        of.supporter(),
        number,
        line[ALIAS],
        line[4],
        Integer.parseInt(line[5]),
        Integer.parseInt(line[6]),
        line[7],
        line[8],
        line[9],
        line[10],
        Integer.parseInt(line[11]),
        asked(at, line[12]),
        Integer.parseInt(line[13]),
        Integer.parseInt(line[14]),
        line[15].equals("1"),
        of.therapist(),
        at,
        UUID.randomUUID());
  }

  private static List<String[]> lines(String table, DemoClient client) {
    return table
        .lines()
        .map(line -> line.split("\\|", -1))
        .filter(line -> line[0].equals(client.name()))
        .toList();
  }

  private Instant ago(String days) {
    return now.minus(Duration.ofDays(Long.parseLong(days)));
  }

  private static @Nullable LocalDate asked(Instant at, String daysBefore) {
    return daysBefore.isEmpty()
        ? null
        : LocalDate.ofInstant(at, ZoneOffset.UTC).minusDays(Long.parseLong(daysBefore));
  }

  /** Whoever is new comes with a first state, in one transaction. */
  void write(Connection owner) throws SQLException {
    supporters.write(owner);
    states.write(owner);
    maps.write(owner);
    sharings.write(owner);
  }
}
