package health.trellis.bench;

import health.trellis.launch.Backstage;
import health.trellis.launch.Progress;
import java.sql.SQLException;

/**
 * An invented log: acts of forty of the staff about two thousand clients, three seconds apart, the
 * last one now. One of ten added something, two changed something, one of five hundred was refused.
 */
final class LongLog extends Filling {
  /** Who of them can act. */
  static final String RECORDER = "log 1";

  private static final int STAFF = 40;
  private static final int CLIENTS = 2_000;
  private static final int AT_ONCE = 10_000;

  LongLog(Backstage servers) {
    super(servers);
  }

  /** Writes so many acts, each ten thousand in a transaction of their own. */
  void write(int acts, Progress progress) throws SQLException {
    changeByJob(
        """
        insert into person (id, clinic_id, sub, staff, name, language)
          select gen_random_uuid(), clinic_id, 'log ' || i, true, 'Bench Therapist ' || i, 'en'
          from clinic, generate_series(1, %d) i;
        insert into person_role (clinic_id, person_id, role, since)
          select clinic_id, id, 'THERAPIST', now() from person where sub = '%s';
        insert into client (id, clinic_id, name, name_key, language, registered_by, registered_at, request_key)
          select gen_random_uuid(), p.clinic_id, 'Bench Client ' || i, 'bench client ' || i, 'en', p.id, now(), gen_random_uuid()
          from person p, generate_series(1, %d) i where p.sub = '%s'
        """
            .formatted(STAFF, RECORDER, CLIENTS, RECORDER));
    for (int from = 0; from < acts; from += AT_ONCE) {
      change(some(from, Math.min(acts, from + AT_ONCE), acts));
      if (from % 1_000_000 == 0) {
        progress.say("    %,d acts".formatted(from));
      }
    }
    alone("vacuum analyze audit_event");
    alone("checkpoint");
  }

  private static String some(int from, int to, int acts) {
    return """
        insert into audit_event (kind, code, action, outcome, clinic_id, actor_id, actor, role, session_hash, address,
            client_id, entity, entity_id, purpose, request_id, at)
        select 'act',
          case when i %% 500 = 0 then 'REFUSED' else (array['NOTE_READ', 'GOAL_RATED', 'NOTE_SAVED', 'GOALS_READ',
            'SUPPORT_MAP_READ', 'NOTE_READ', 'BELIEFS_READ', 'SUPPORTER_MOVED', 'RESULT_READ', 'NOTE_READ'])[i %% 10 + 1] end,
          case when i %% 500 = 0 then 'E' else (array['R', 'C', 'U', 'R', 'R', 'R', 'R', 'U', 'R', 'R'])[i %% 10 + 1] end,
          case when i %% 500 = 0 then 'refused' else 'done' end, s.clinic_id,
          s.ids[(i::bigint * 7919 / 10) %% %4$d + 1], 'log', 'THERAPIST', 'bench', '127.0.0.1',
          c.ids[(i::bigint * 104729 / 10) %% %5$d + 1], 'session_note', gen_random_uuid(), 'treatment', gen_random_uuid(),
          now() - (%3$d - i) * interval '3 seconds'
        from generate_series(%1$d, %2$d - 1) i,
          (select clinic_id, array_agg(id order by id) as ids from person where sub like 'log %%' group by 1) s,
          (select array_agg(id order by id) as ids from client where name_key like 'bench client %%') c
        order by i"""
        .formatted(from, to, acts, STAFF, CLIENTS);
  }
}
