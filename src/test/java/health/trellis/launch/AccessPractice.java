package health.trellis.launch;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;

/**
 * The invented practice with everybody in it who might ask for a client's record, a row of each
 * kind about the client Lea, another client with the same rows, and the whole of it once more as
 * another clinic. Triggers rest, so that the policies stand alone.
 */
final class AccessPractice implements AutoCloseable {
  /** Whose record is asked for. */
  enum Target {
    /** Treated by {@code s2}, whom {@code s4} supervises. */
    LEA,
    /** Of the same clinic, treated by {@code s3}, and with the same rows. */
    ZORA,
    /** Lea once more, in the other clinic. */
    LEA_ELSEWHERE
  }

  static final String THERE = "-elsewhere";

  private static final Map<String, String> SUBS =
      Map.of(
          "admin", "s1", "therapist", "s2", "colleague", "s3", "supervisor", "s4", "client", "s5");

  private final PracticeDatabase practice;
  private final Connection superuser;
  private final Map<Target, String> clients = new EnumMap<>(Target.class);
  private final Map<String, Map<String, String>> columns = new HashMap<>();
  private final Map<String, String> emergencies = new HashMap<>();

  private AccessPractice(PracticeDatabase practice) throws SQLException {
    this.practice = practice;
    this.superuser = practice.superuser();
  }

  static AccessPractice fill(Path folder) throws SQLException {
    AccessPractice filled = new AccessPractice(PracticeDatabase.fill(folder, SUBS));
    try {
      filled.complete();
    } catch (SQLException e) {
      filled.close();
      throw e;
    }
    return filled;
  }

  Connection application() {
    return practice.application();
  }

  Connection superuser() {
    return superuser;
  }

  String client(Target target) {
    return Optional.ofNullable(clients.get(target)).orElseThrow();
  }

  /** Somebody's opening of a client's record in an emergency. */
  String emergency(String sub, Target target) {
    return Optional.ofNullable(emergencies.get(sub + " of " + client(target))).orElseThrow();
  }

  /** Every table of the application. */
  List<String> tables() throws SQLException {
    return texts(
        "select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace"
            + " where n.nspname = 'public' and c.relkind in ('r', 'p') and not c.relispartition"
            + " and c.relname <> 'flyway_schema_history' order by 1");
  }

  private void complete() throws SQLException {
    superuser.setAutoCommit(false);
    run("select begin_job('test', (select clinic_id from clinic), gen_random_uuid())");
    for (String table : tables()) {
      run("alter table " + table + " disable trigger user");
    }
    String lea = one("select c.id from client c join person p on p.id = c.person_id");
    clients.put(Target.LEA, lea);
    people(lea);
    rows(lea);
    clients.put(Target.ZORA, twinOf(lea, "zora"));
    twinClient(lea);
    run(
        """
        insert into support_sharing (id, clinic_id, client_id, number, shared, decided_by, decided_at)
        select gen_random_uuid(), clinic_id, client_id, number + 1, false, decided_by, now()
        from support_sharing where client_id = '%s' order by number desc limit 1"""
            .formatted(client(Target.ZORA)));
    clients.put(Target.LEA_ELSEWHERE, twinOf(lea, "elsewhere"));
    twinClinic();
    for (String opened :
        texts(
            "select p.sub || ' of ' || a.client_id || '=' || a.id"
                + " from emergency_access a join person p on p.id = a.person_id")) {
      emergencies.put(opened.split("=")[0], opened.split("=")[1]);
    }
    superuser.commit();
  }

  /** A former therapist, one who was disabled, and one without a role; all of them once treated. */
  private void people(String lea) throws SQLException {
    run(
        """
        insert into person (id, clinic_id, sub, staff, name, language, disabled_at)
          select told.id::uuid, clinic_id, told.sub, true, told.name, 'en',
            case when told.sub = 's8' then now() end
          from clinic, (values
            ('00000000-0000-7000-8000-0000000000a6', 's6', 'Fred Former'),
            ('00000000-0000-7000-8000-0000000000a8', 's8', 'Dina Disabled'),
            ('00000000-0000-7000-8000-0000000000a9', 's9', 'Nora Norole'),
            ('00000000-0000-7000-8000-0000000000aa', 'sa', 'Gabi Glass'),
            ('00000000-0000-7000-8000-0000000000ab', 'sb', 'Gerd Glass')) as told (id, sub, name);
        insert into person_role (clinic_id, person_id, role, since, until)
          select clinic_id, id, case when sub = 'sb' then 'ADMINISTRATOR' else 'THERAPIST' end,
            now() - interval '9 days', case when sub = 's9' then now() - interval '1 day' end
          from person where sub in ('s6', 's8', 's9', 'sa', 'sb');
        insert into emergency_access (id, clinic_id, client_id, person_id, role, reason, closes_at, request_key)
          select gen_random_uuid(), p.clinic_id, '%1$s', p.id, r.role, 'A reason of twenty letters.',
            now() + interval '60 minutes', gen_random_uuid()
          from person p join person_role r on r.person_id = p.id where p.sub in ('sa', 'sb');
        insert into emergency_notice (id, clinic_id, client_id, access_id, therapist_id)
          select gen_random_uuid(), a.clinic_id, a.client_id, a.id, p.id
          from emergency_access a, person p where p.sub = 's2';
        insert into audit_check (id, clinic_id, asked_by, asked_at)
          select gen_random_uuid(), clinic_id, id, now() from person where sub = 's1';
        insert into saved_filter (id, clinic_id, name, outcome, kept_by, kept_at, request_key)
          select gen_random_uuid(), clinic_id, 'Refused.', 'REFUSED', id, now(), gen_random_uuid()
          from person where sub = 's1';
        insert into caseload (id, clinic_id, client_id, therapist_id, since, until, assigned_by)
          select gen_random_uuid(), clinic_id, '%1$s', id, now() - interval '8 days',
            case when sub = 's6' then now() - interval '2 days' end, id
          from person where sub in ('s6', 's8', 's9')"""
            .formatted(lea));
  }

  /** One row of each kind that the demonstration does not hold of Lea. */
  private void rows(String lea) throws SQLException {
    run(
        """
        update belief set shared_at = null, shared_by = null, shares_ratings = false
          where client_id = '%1$s';
        update belief set shared_at = now(), shared_by = named_by, shares_ratings = true
          where id = (select id from belief where client_id = '%1$s' order by named_at, id limit 1);
        insert into conviction (id, clinic_id, client_id, belief_id, rated_by, rated_as, rated_at,
            conviction, request_key)
          select gen_random_uuid(), b.clinic_id, b.client_id, b.id,
            case told.by when 'CLIENT' then c.person_id else b.named_by end, told.by, now(), 50,
            gen_random_uuid()
          from belief b join client c on c.id = b.client_id, (values ('CLIENT'), ('THERAPIST')) told (by)
          where b.client_id = '%1$s'"""
            .formatted(lea));
    copy("session", "client_id = '" + lea + "' limit 2", "{}");
    run(
        """
        with free as (select s.*, row_number() over (order by s.id) as nth from session s
          where s.client_id = '%1$s' and not exists (select from session_note n where n.session_id = s.id))
        insert into session_note (id, clinic_id, client_id, session_id, author_id, template, sections,
            saved_at, saved_by, signed_at, signed_by, content_hash, cosign_wanted, created_at)
          select gen_random_uuid(), clinic_id, client_id, id, held_by, 'FREE', '{"text": "Said."}', now(),
            held_by, case when nth = 2 then now() end, case when nth = 2 then held_by end,
            case when nth = 2 then sha256('said') end, nth = 2, now()
          from free where nth <= 2;
        insert into note_addendum (id, clinic_id, client_id, note_id, author_id, added_at, reason, body,
            request_key)
          select gen_random_uuid(), clinic_id, client_id, id, author_id, now(), 'Late.', 'Also said.',
            gen_random_uuid()
          from session_note where client_id = '%1$s' and signed_at is not null limit 1;
        insert into note_return (id, clinic_id, client_id, note_id, returned_by, returned_at, remark,
            sections, signed_at, signed_by, content_hash)
          select gen_random_uuid(), clinic_id, client_id, id,
            (select id from person where sub = 's4'), now(), 'More.', sections, signed_at, signed_by,
            content_hash
          from session_note where client_id = '%1$s' and signed_at is not null and cosigned_at is null
            and cosign_wanted limit 1;
        insert into note_belief (id, clinic_id, client_id, note_id, belief_id, linked_at, linked_by)
          select gen_random_uuid(), n.clinic_id, n.client_id, n.id, b.id, now(), n.author_id
          from session_note n cross join lateral (select id from belief where client_id = n.client_id
            order by named_at desc limit 1) b
          where n.client_id = '%1$s' and not exists (select from note_belief o where o.note_id = n.id);
        insert into note_goal (id, clinic_id, client_id, note_id, goal_id, linked_at, linked_by)
          select gen_random_uuid(), n.clinic_id, n.client_id, n.id, g.id, now(), n.author_id
          from session_note n cross join lateral (select id from goal where client_id = n.client_id
            order by proposed_at desc limit 1) g
          where n.client_id = '%1$s' and not exists (select from note_goal o where o.note_id = n.id);
        insert into process_note (id, clinic_id, client_id, author_id, ciphertext, begun_at, saved_at,
            request_key)
          select gen_random_uuid(), clinic_id, client_id, therapist_id,
            '\\x01'::bytea || decode(repeat('ab', 40), 'hex'), now(), now(), gen_random_uuid()
          from caseload l where client_id = '%1$s' and therapist_id = (select id from person where sub = 's2');
        insert into life_event (id, clinic_id, client_id, happened_on, words, noted_by, noted_at, request_key)
          select gen_random_uuid(), clinic_id, client_id, current_date, 'A move.', therapist_id, now(),
            gen_random_uuid()
          from caseload l where client_id = '%1$s' and therapist_id = (select id from person where sub = 's2');
        insert into support_map (id, clinic_id, client_id, moment, kept_by, request_key)
          select gen_random_uuid(), clinic_id, client_id, now(), therapist_id, gen_random_uuid()
          from caseload l where client_id = '%1$s' and therapist_id = (select id from person where sub = 's2');
        insert into support_sharing (id, clinic_id, client_id, number, shared, decided_by, decided_at)
          select gen_random_uuid(), clinic_id, client_id, 1 + coalesce((select max(number)
            from support_sharing o where o.client_id = l.client_id), 0), true, therapist_id, now()
          from caseload l where client_id = '%1$s' and therapist_id = (select id from person where sub = 's2');
        insert into audit_event (kind, code, action, clinic_id, actor_id, actor, role, client_id, entity,
            entity_id, request_id)
          select told.kind, 'TOLD', 'R', l.clinic_id, l.therapist_id, 's2', 'THERAPIST', l.client_id,
            told.entity, l.client_id, gen_random_uuid()
          from caseload l, (values ('act', 'belief'), ('row', 'process_note'), ('act', 'process_note'))
            as told (kind, entity)
          where l.client_id = '%1$s' and l.therapist_id = (select id from person where sub = 's2')"""
            .formatted(lea));
    goals(lea);
  }

  /** A goal that is not shared, and one that was shared and is not agreed yet, each with all. */
  private void goals(String lea) throws SQLException {
    run(
        """
        with told as (
          insert into goal (id, clinic_id, client_id, words, rank, status, status_at, status_by, status_as,
              shared_at, shared_by, proposed_by, proposed_at, revised_at, request_key)
            select gen_random_uuid(), clinic_id, client_id, 'A goal.', null, 'PROPOSED', now(), therapist_id,
              'THERAPIST', case when shared then now() end, case when shared then therapist_id end,
              therapist_id, now(), now(), gen_random_uuid()
            from caseload, (values (true), (false)) as told (shared)
            where client_id = '%1$s' and therapist_id = (select id from person where sub = 's2')
            returning *),
        scaled as (
          insert into goal_scale (id, clinic_id, client_id, goal_id, number, much_less, less, expected, more,
              much_more, importance, difficulty, baseline, drafted_by, drafted_at, offered_by, offered_at, request_key)
            select gen_random_uuid(), clinic_id, client_id, id, 1, 'a', 'b', 'c', 'd', 'e', 1, 1, -1, proposed_by,
              now(), proposed_by, now(), gen_random_uuid() from told),
        changed as (
          insert into goal_change (id, clinic_id, client_id, goal_id, status, changed_at, changed_by, changed_as)
            select gen_random_uuid(), clinic_id, client_id, id, status, now(), proposed_by, 'THERAPIST' from told),
        stepped as (
          insert into goal_step (id, clinic_id, client_id, goal_id, words, owner, dropped_by, dropped_at, added_by,
              added_at, request_key)
            select gen_random_uuid(), clinic_id, client_id, id, 'A step.', by.owner,
              case when by.dropped then proposed_by end, case when by.dropped then now() end, proposed_by,
              now(), gen_random_uuid()
            from told, (values ('CLIENT', false), ('THERAPIST', false), ('CLIENT', true)) as by (owner, dropped))
        insert into goal_rating (id, clinic_id, client_id, goal_id, score, rated_by, rated_as, rated_on, kept_at,
            request_key)
          select gen_random_uuid(), t.clinic_id, t.client_id, t.id, 5,
            case by.side when 'CLIENT' then c.person_id else t.proposed_by end, by.side, current_date, now(),
            gen_random_uuid()
          from told t join client c on c.id = t.client_id, (values ('CLIENT'), ('THERAPIST')) as by (side)"""
            .formatted(lea));
  }

  /** Rows once more, under other ids. */
  private void copy(String table, String where, String otherwise) throws SQLException {
    String columns = String.join(", ", columns(table).keySet());
    run(
        ("insert into %1$s (%2$s) select %2$s from (select (jsonb_populate_record(t, jsonb_build_object("
                + "'id', gen_random_uuid(), 'request_key', gen_random_uuid()) || '%4$s')).*"
                + " from %1$s t where %3$s) again")
            .formatted(table, columns, where, otherwise));
  }

  /** All that is held of Lea once more, as of another client, whom {@code s3} treats. */
  private void twinClient(String lea) throws SQLException {
    List<String> own = new ArrayList<>();
    for (String table : tables()) {
      String of =
          switch (table) {
            case "client" -> "id = '%s'";
            case "person" -> "id = (select person_id from client where id = '%s')";
            case "person_role" -> "person_id = (select person_id from client where id = '%s')";
            case "audit_event" -> "client_id = '%s' and code = 'TOLD'";
            case "caseload", "caseload_line" ->
                "client_id = '%s' and therapist_id = (select id from person where sub = 's2')";
            default -> columns(table).containsKey("client_id") ? "client_id = '%s'" : "false";
          };
      own.add(table + " where " + of.formatted(lea));
    }
    StringJoiner same = new StringJoiner(" ", "case %1$s ", " else %2$s end");
    for (String kept :
        texts("select clinic_id from clinic union select id from person where staff")) {
      String twin = kept.equals(person("s2")) ? person("s3") : kept;
      same.add("when '" + kept + "' then '" + twin + "'::uuid");
    }
    twin(own, "zora", same.toString(), "'s7'");
  }

  /** The whole clinic once more, as another one. */
  private void twinClinic() throws SQLException {
    String clinic = one("select clinic_id from clinic");
    List<String> all = new ArrayList<>();
    for (String table : tables()) {
      if (!columns(table).containsKey("clinic_id")) {
        continue;
      }
      all.add(
          table
              + " where clinic_id = '"
              + clinic
              + (table.equals("audit_event") ? "' and code = 'TOLD'" : "'"));
    }
    twin(all, "elsewhere", "%2$s", "sub || '" + THERE + "'");
  }

  /** Writes them table by table, each after those that it refers to. */
  private void twin(List<String> rows, String seed, String id, String sub) throws SQLException {
    List<String> ahead = new ArrayList<>(rows);
    while (!ahead.isEmpty()) {
      int before = ahead.size();
      for (String from : List.copyOf(ahead)) {
        String table = from.substring(0, from.indexOf(' '));
        Map<String, String> columns = columns(table);
        StringJoiner values = new StringJoiner(", ");
        columns.forEach(
            (column, type) ->
                values.add(
                    type.equals("uuid")
                        ? id.formatted(
                            column, "md5(%s::text || '%s')::uuid".formatted(column, seed))
                        : column.equals("sub") && table.equals("person") ? sub : column));
        if (tries(
            "insert into %s (%s) select %s from %s"
                .formatted(table, String.join(", ", columns.keySet()), values, from))) {
          ahead.remove(from);
        }
      }
      if (ahead.size() == before) {
        throw new SQLException("cannot be written again: " + ahead);
      }
    }
  }

  private String twinOf(String id, String seed) throws SQLException {
    return one("select md5('" + id + "' || '" + seed + "')::uuid");
  }

  private String person(String sub) throws SQLException {
    return one("select id from person where sub = '" + sub + "'");
  }

  /** The columns of a table that can be written, with their types. */
  Map<String, String> columns(String table) throws SQLException {
    Map<String, String> known = columns.get(table);
    if (known == null) {
      known = readColumns(table);
      columns.put(table, known);
    }
    return known;
  }

  private Map<String, String> readColumns(String table) throws SQLException {
    Map<String, String> found = new LinkedHashMap<>();
    try (Statement statement = superuser.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "select attname, format_type(atttypid, atttypmod) from pg_attribute where attrelid = '"
                    + table
                    + "'::regclass and attnum > 0 and not attisdropped and attgenerated = ''"
                    + " and attidentity = '' order by attnum")) {
      while (rows.next()) {
        found.put(rows.getString(1), rows.getString(2));
      }
    }
    return found;
  }

  private boolean tries(String sql) throws SQLException {
    run("savepoint tried");
    try {
      run(sql);
      return true;
    } catch (SQLException refersToLater) {
      if (!"23503".equals(refersToLater.getSQLState())) {
        throw refersToLater;
      }
      run("rollback to savepoint tried");
      return false;
    }
  }

  private void run(String sql) throws SQLException {
    try (Statement statement = superuser.createStatement()) {
      statement.execute(sql);
    }
  }

  String one(String query) throws SQLException {
    return texts(query).get(0);
  }

  List<String> texts(String query) throws SQLException {
    List<String> texts = new ArrayList<>();
    try (Statement statement = superuser.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      while (rows.next()) {
        texts.add(rows.getString(1));
      }
    }
    return texts;
  }

  @Override
  public void close() throws SQLException {
    superuser.close();
    practice.close();
  }
}
