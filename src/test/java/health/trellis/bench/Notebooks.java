package health.trellis.bench;

import health.trellis.launch.Backstage;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/**
 * The invented notes of a whole region: ten of 2 kB on each client, fifty clients to a therapist,
 * written in the order of their days, so that one client's notes lie apart as they do in life. The
 * triggers rest while they are made, and the words for the search are those that the database's own
 * function makes of the text.
 */
final class Notebooks extends Filling {
  static final int NOTES_OF_A_CLIENT = 10;
  static final int CLIENTS_OF_A_THERAPIST = 50;

  static final int TEXTS = 5_000;
  private static final int WORDS = 3_000;
  private static final int WORDS_OF_A_NOTE = 300;

  private Notebooks(Backstage servers) {
    super(servers);
  }

  /** Invents the vocabulary and the texts; frequent words are few, as in any language. */
  static Notebooks prepare(Backstage servers) throws SQLException {
    Notebooks notebooks = new Notebooks(servers);
    notebooks.change(
        """
        create table bench_word (n int primary key, word text not null);
        insert into bench_word select n, left(translate(md5(n::text), '0123456789', 'lmnoprstuw'),
          4 + n %% 6) from generate_series(1, %1$d) n;
        create table bench_text (n int primary key, body text not null, words tsvector);
        insert into bench_text (n, body)
          select t, (select string_agg(v.all_words[1 + floor(%1$d * random() ^ 3)::int + 0 * g], ' ')
            from generate_series(1, %2$d) g where g + t > 0)
          from (select array_agg(word order by n) as all_words from bench_word) v,
            generate_series(0, %3$d - 1) t;
        update bench_text set words = words_of('english', body);
        create table bench_client (id uuid primary key, n int not null, therapist uuid not null);
        create index on bench_client (therapist)
        """
            .formatted(WORDS, WORDS_OF_A_NOTE, TEXTS));
    return notebooks;
  }

  /** A word that stands in many notes or in few. */
  String word(int rank) throws SQLException {
    return all("select word from bench_word where n = " + rank).get(0);
  }

  /** Replaces all notes by those on so many clients, of which the first are these therapists'. */
  void fill(int clients, List<UUID> therapists) throws SQLException {
    String first =
        String.join(", ", therapists.stream().map(therapist -> "'" + therapist + "'").toList());
    change(
        """
        truncate session, session_note, note_words cascade;
        delete from caseload where client_id in (select id from bench_client);
        delete from client where id in (select id from bench_client);
        truncate bench_client;
        insert into bench_client (id, n, therapist)
          select uuidv7(), n, coalesce((array[%1$s]::uuid[])[1 + n %% (%2$d / %3$d)],
            md5('therapist ' || n %% (%2$d / %3$d))::uuid) from generate_series(1, %2$d) n;
        insert into person (id, clinic_id, sub, staff, name, language)
          select distinct b.therapist, c.clinic_id, b.therapist::text, true, 'Other Therapist', 'en'
          from bench_client b, (select clinic_id from clinic limit 1) c on conflict do nothing;
        insert into client (id, clinic_id, name, name_key, language, registered_by, registered_at,
            request_key)
          select b.id, p.clinic_id, 'Bench ' || b.n, 'bench ' || b.n, 'en', p.id, now(), b.id
          from bench_client b join person p on p.id = b.therapist;
        insert into caseload (id, clinic_id, client_id, therapist_id, since, assigned_by)
          select uuidv7(), p.clinic_id, b.id, p.id, now(), p.id
          from bench_client b join person p on p.id = b.therapist;
        create temporary table bench_note on commit drop as
          select md5('note ' || k || ' ' || b.n)::uuid as id, b.id as client_id, p.clinic_id,
            p.id as author_id, now() - (11 - k) * interval '7 days' + b.n %% 900 * interval '1 minute'
              as at, (b.n * 7 + k * 131) %% %4$d as text
          from bench_client b join person p on p.id = b.therapist, generate_series(1, %5$d) k
          order by k, hashint4(b.n);
        insert into session (id, clinic_id, client_id, held_by, starts_at, minutes, place,
            attendance, created_at, request_key)
          select id, clinic_id, client_id, author_id, at, 50, 'PRACTICE', 'ATTENDED', at, id
          from bench_note;
        insert into session_note (id, clinic_id, client_id, session_id, author_id, template,
            sections, saved_at, saved_by, signed_at, signed_by, content_hash, created_at)
          select b.id, clinic_id, client_id, b.id, author_id, 'FREE',
            jsonb_build_object('text', t.body), at, author_id, at, author_id, sha256(''), at
          from bench_note b join bench_text t on t.n = b.text;
        insert into note_words (note_id, clinic_id, client_id, language, words)
          select b.id, clinic_id, client_id, 'english', t.words
          from bench_note b join bench_text t on t.n = b.text
        """
            .formatted(first, clients, CLIENTS_OF_A_THERAPIST, TEXTS, NOTES_OF_A_CLIENT));
    for (String table :
        List.of("person", "client", "caseload", "session", "session_note", "note_words")) {
      alone("vacuum analyze " + table);
    }
    alone("checkpoint");
  }

  /** The clients of one therapist. */
  List<String> clients(UUID therapist) throws SQLException {
    return all("select id from bench_client where therapist = '" + therapist + "'");
  }

  /** The notes on one client. */
  List<String> notes(String client) throws SQLException {
    return all("select id from session_note where client_id = '" + client + "'");
  }

  /** How large the notes and their words are on disk, indexes included. */
  String size() throws SQLException {
    return all("select pg_size_pretty(pg_total_relation_size('session_note')) || ' and '"
            + " || pg_size_pretty(pg_total_relation_size('note_words'))")
        .get(0);
  }
}
