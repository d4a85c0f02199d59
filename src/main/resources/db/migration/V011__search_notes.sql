-- The words of each note, for a therapist who looks for one among the notes on own clients.

create table note_words (
  note_id uuid primary key,
  clinic_id uuid not null,
  client_id uuid not null,
  language text not null check (language in ('english', 'german', 'simple')),
  words tsvector not null,
  foreign key (note_id, client_id, clinic_id) references session_note (id, client_id, clinic_id)
);
comment on table note_words is 'Derived from session_note and note_addendum by index_note(); the application cannot read it.';
comment on column note_words.language is 'The text search configuration: that of the language which the note''s author reads.';

-- All that a note says, its addenda included.
create function text_of_note(p_note uuid) returns text
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select concat_ws(E'\n',
    (select string_agg(s.value, E'\n' order by s.key) from session_note n, jsonb_each_text(n.sections) s where n.id = p_note),
    (select string_agg(a.reason || E'\n' || a.body, E'\n' order by a.added_at, a.id) from note_addendum a where a.note_id = p_note))
$$;

-- What stands in angle brackets is text like any other, and no tag. Words that do not fit into an index of 1 MB are
-- left out; the note is saved all the same.
create function words_of(p_language text, p_text text) returns tsvector
language plpgsql immutable set search_path = pg_catalog, public, pg_temp as $$
begin
  return to_tsvector(p_language::regconfig, translate(p_text, '<', ' '));
exception when program_limit_exceeded then
  return to_tsvector(p_language::regconfig, left(translate(p_text, '<', ' '), 100000));
end $$;

create function index_note(p_note uuid) returns void
language sql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
  insert into note_words (note_id, clinic_id, client_id, language, words)
  select n.id, n.clinic_id, n.client_id, l.language, words_of(l.language, text_of_note(n.id))
  from session_note n
  join person p on p.id = n.author_id
  cross join lateral (select case left(p.language, 2)
    when 'en' then 'english' when 'de' then 'german' else 'simple' end) l (language)
  where n.id = p_note
  on conflict (note_id) do update set words = excluded.words
$$;

create function index_written_note() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  perform index_note(new.id);
  return null;
end $$;
create trigger found_by_words after insert on session_note
  for each row execute function index_written_note();
create trigger found_by_new_words after update of sections on session_note
  for each row when (old.sections is distinct from new.sections) execute function index_written_note();

create function index_amended_note() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  perform index_note(new.note_id);
  return null;
end $$;
create trigger found_by_words after insert on note_addendum
  for each row execute function index_amended_note();

select index_note(n.id) from session_note n;

-- The caller's own clients' notes that say these words and fit the rest, the latest session first; null asks for
-- nothing. The clients are few and looked up first, so that no index over everybody's words is needed. What was found
-- stands between U+E000 and U+E001 in the excerpt, and nothing else does.
create function search_notes(p_words text, p_most integer, p_client uuid default null,
    p_from timestamptz default null, p_until timestamptz default null, p_template text default null,
    p_state text default null, p_after uuid default null)
  returns table (note_id uuid, client_id uuid, client text, author text, starts_at timestamptz, template text,
    state text, excerpt text)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  with asked as materialized (
    select l.language, websearch_to_tsquery(l.language::regconfig, p_words) as query
    from unnest(array['english', 'german', 'simple']) l (language)),
  own as materialized (
    select c.client_id from caseload c
    where app_role() = 'THERAPIST' and c.therapist_id = app_person() and c.until is null and c.clinic_id = app_clinic()
      and (p_client is null or c.client_id = p_client)),
  after as (
    select s.starts_at, n.id from session_note n join session s on s.id = n.session_id
    where n.id = p_after and n.client_id in (select o.client_id from own o)),
  written as (
    select n.id, n.client_id, n.author_id, s.starts_at, n.template, case
        when n.signed_at is null then 'DRAFT'
        when n.cosigned_at is not null then 'COSIGNED'
        when n.cosign_wanted then 'WAITING'
        else 'SIGNED' end as state
    from own o
    join session_note n on n.client_id = o.client_id
    join session s on s.id = n.session_id
    where n.clinic_id = app_clinic()
      and (p_from is null or s.starts_at >= p_from) and (p_until is null or s.starts_at < p_until)
      and (p_template is null or n.template = p_template)
      and (p_after is null or (s.starts_at, n.id) < (select a.starts_at, a.id from after a))),
  found as (
    select w.*, a.query from written w
    left join (note_words i join asked a on a.language = i.language) on p_words is not null and i.note_id = w.id
    where (p_state is null or w.state = p_state) and (p_words is null or i.words @@ a.query)
    order by w.starts_at desc, w.id desc limit p_most)
  select f.id, f.client_id, c.name, p.name, f.starts_at, f.template, f.state, case
      when f.query is null then left(t.told, 199) || case when length(t.told) > 199 then '…' else '' end
      else replace(replace(
        ts_headline(i.language::regconfig, replace(t.told, '<', ' ' || chr(57346) || ' '), f.query,
          'MaxFragments=2, MaxWords=24, MinWords=12, FragmentDelimiter=" … ", StartSel=' || chr(57344) || ', StopSel=' || chr(57345)),
        ' ' || chr(57346) || ' ', '<'), chr(57346), '<')
      end
  from found f
  join client c on c.id = f.client_id
  join person p on p.id = f.author_id
  join note_words i on i.note_id = f.id
  cross join lateral (select translate(text_of_note(f.id), chr(57344) || chr(57345) || chr(57346), '') as told) t
  order by f.starts_at desc, f.id desc
$$;

revoke execute on function text_of_note(uuid), words_of(text, text), index_note(uuid), index_written_note(),
  index_amended_note(),
  search_notes(text, integer, uuid, timestamptz, timestamptz, text, text, uuid) from public;
grant execute on function search_notes(text, integer, uuid, timestamptz, timestamptz, text, text, uuid) to trellis_app;

alter table note_words enable row level security;
alter table note_words force row level security;
create policy owner_all on note_words to trellis_owner using (true) with check (true);
