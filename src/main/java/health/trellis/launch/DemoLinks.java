package health.trellis.launch;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * What ties the demonstration's records together: each client's first belief with every other note,
 * the second one with the last two, the highest answer of the last inventory as evidence, and what
 * happened in life meanwhile.
 */
final class DemoLinks {
  private static final String NOTES =
      """
      with note as (
        select n.*, row_number() over (partition by n.client_id order by n.created_at desc) as place
        from session_note n),
      held as (
        select b.*, row_number() over (partition by b.client_id order by b.named_at) as place from belief b)
      insert into note_belief (id, clinic_id, client_id, note_id, belief_id, linked_at, linked_by)
      select uuidv7(), n.clinic_id, n.client_id, n.id, b.id, n.created_at, n.author_id
      from note n join held b on b.client_id = n.client_id
      where b.place = 1 and n.place % 2 = 1 or b.place = 2 and n.place <= 2""";

  private static final String ANSWERS =
      """
      insert into evidence (id, clinic_id, client_id, belief_id, side, words, happened_on, source,
        assignment_id, item, added_by, added_at, request_key)
      select uuidv7(), b.clinic_id, b.client_id, b.id, 'FOR', 'Said at once that this is how it is.',
        (a.submitted_at at time zone 'UTC')::date, 'ITEM', a.id, g.item, b.named_by, a.submitted_at,
        gen_random_uuid()
      from (select distinct on (client_id) * from belief order by client_id, named_at) b
      join (select distinct on (client_id) * from assignment where submitted_at is not null
        order by client_id, submitted_at desc) a on a.client_id = b.client_id
      join (select distinct on (assignment_id) assignment_id, item from answer where value is not null
        order by assignment_id, value desc, item) g on g.assignment_id = a.id""";

  private static final String EVENTS =
      """
      insert into life_event (id, clinic_id, client_id, happened_on, words, noted_by, noted_at, request_key)
      select uuidv7(), s.clinic_id, s.client_id, (s.starts_at at time zone 'UTC')::date - 2,
        (array['A new flat, alone.', 'A sister had a child.', 'Changed jobs.', 'A friend moved away.'])
          [1 + (row_number() over (order by s.client_id))::int % 4],
        s.held_by, s.starts_at, gen_random_uuid()
      from (select s.*, row_number() over (partition by s.client_id order by s.starts_at) as nth
        from session s join client c on c.id = s.client_id and c.closed_at is null) s
      where s.nth = 2""";

  private DemoLinks() {}

  /** Ties together what is there. */
  static void write(Connection owner) throws SQLException {
    try (Statement statement = owner.createStatement()) {
      for (String tie : List.of(NOTES, ANSWERS, EVENTS)) {
        statement.executeUpdate(tie);
      }
    }
  }
}
