package health.trellis.bench;

import health.trellis.launch.Backstage;
import java.sql.SQLException;
import java.util.UUID;

/**
 * The invented courses of clients who come once a week: in each week a session with a signed note,
 * and five ratings, of two beliefs and of three goals.
 */
final class Courses extends Filling {
  static final int RATINGS_A_WEEK = 5;

  Courses(Backstage servers) {
    super(servers);
  }

  /** A client of that therapist's, who came for so many weeks; returns whom. */
  UUID addClient(UUID therapist, int weeks) throws SQLException {
    UUID client = UUID.randomUUID();
    change(
        """
        insert into client (id, clinic_id, name, name_key, language, registered_by, registered_at, request_key)
          select '%1$s', clinic_id, '%3$s weeks', '%3$s weeks', 'en', id, now() - interval '6 years', '%1$s'
          from person where id = '%2$s';
        insert into caseload (id, clinic_id, client_id, therapist_id, since, assigned_by)
          select uuidv7(), clinic_id, '%1$s', id, now() - interval '6 years', id from person where id = '%2$s';
        create temporary table week on commit drop as
          select w, uuidv7() as id, p.clinic_id, '%1$s'::uuid as client_id, p.id as person_id,
            date_trunc('day', now()) - (%3$d - w) * interval '7 days' - interval '1 day' + interval '10 hours' as at
          from generate_series(1, %3$d) w, person p where p.id = '%2$s';
        insert into session (id, clinic_id, client_id, held_by, starts_at, minutes, place, attendance, created_at,
            request_key)
          select id, clinic_id, client_id, person_id, at, 50, 'PRACTICE', 'ATTENDED', at, id from week;
        insert into session_note (id, clinic_id, client_id, session_id, author_id, template, sections, saved_at,
            saved_by, signed_at, signed_by, content_hash, created_at)
          select id, clinic_id, client_id, id, person_id, 'FREE', jsonb_build_object('text', 'Week ' || w), at,
            person_id, at, person_id, sha256(''), at from week;
        create temporary table held on commit drop as
          select k, uuidv7() as id, clinic_id, client_id, person_id, at from week, generate_series(1, 5) k where w = 1;
        insert into belief (id, clinic_id, client_id, words, theme, about, named_by, named_at, revised_at,
            request_key)
          select id, clinic_id, client_id, 'Nobody stays, says belief ' || k, 'ALONE_IS_SAFE', 'OTHERS',
            person_id, at, at, id from held where k <= 2;
        insert into conviction (id, clinic_id, client_id, belief_id, conviction, rated_by, rated_as, rated_at,
            request_key)
          select uuidv7(), w.clinic_id, w.client_id, h.id, 85 - 60 * w.w / %3$d + (w.w * 37 + h.k * 11) %% 13 - 6, w.person_id, 'THERAPIST',
            w.at, gen_random_uuid() from week w, held h where h.k <= 2;
        insert into goal (id, clinic_id, client_id, words, rank, status, status_at, status_by, status_as, proposed_by,
            proposed_at, revised_at, request_key)
          select id, clinic_id, client_id, 'I want to ask, says goal ' || k, k - 2, 'ACTIVE', at, person_id,
            'THERAPIST', person_id, at, at, id from held where k > 2;
        insert into goal_rating (id, clinic_id, client_id, goal_id, score, rated_by, rated_as, rated_on, kept_at,
            request_key)
          select uuidv7(), w.clinic_id, w.client_id, h.id, 1 + 7 * w.w / %3$d + (w.w * 5 + h.k) %% 3, w.person_id, 'THERAPIST', w.at::date,
            w.at, gen_random_uuid() from week w, held h where h.k > 2
        """
            .formatted(client, therapist, weeks));
    alone("analyze");
    return client;
  }

  /** How many ratings are kept of a client. */
  int ratings(UUID client) throws SQLException {
    return Integer.parseInt(
        all("select (select count(*) from conviction where client_id = '%1$s')".formatted(client)
                + " + (select count(*) from goal_rating where client_id = '%1$s')"
                    .formatted(client))
            .get(0));
  }
}
