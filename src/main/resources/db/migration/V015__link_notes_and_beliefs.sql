-- Which notes are about which beliefs: links in both ways, beside both, and a search over notes by belief.

create table note_belief (
  id uuid primary key,
  clinic_id uuid not null,
  client_id uuid not null,
  note_id uuid not null,
  belief_id uuid not null,
  linked_at timestamptz not null,
  linked_by uuid not null,
  unlinked_at timestamptz,
  unlinked_by uuid,
  foreign key (note_id, client_id, clinic_id) references session_note (id, client_id, clinic_id),
  foreign key (belief_id, client_id, clinic_id) references belief (id, client_id, clinic_id),
  foreign key (linked_by, clinic_id) references person (id, clinic_id),
  foreign key (unlinked_by, clinic_id) references person (id, clinic_id),
  check ((unlinked_at is null) = (unlinked_by is null))
);
create unique index note_belief_linked on note_belief (note_id, belief_id) where unlinked_at is null;
create index note_belief_of_belief on note_belief (belief_id) where unlinked_at is null;
comment on table note_belief is 'No part of what a note says or of its hash: a signed note is linked and unlinked like a draft.';
comment on column note_belief.unlinked_at is 'Null while they are linked; linked again, the two have a new row.';

-- A link is undone, never deleted, by who is signed in, and nothing is linked or unlinked in a closed case.
create function guard_link() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if tg_op = 'DELETE' then
    raise exception 'a link is undone, never deleted' using errcode = 'object_not_in_prerequisite_state';
  end if;
  if exists (select from client c where c.id = new.client_id and c.closed_at is not null) then
    raise exception 'nothing is linked in a closed case' using errcode = 'object_not_in_prerequisite_state';
  end if;
  if tg_op = 'INSERT' then
    if new.unlinked_at is not null then
      raise exception 'a link begins as one' using errcode = 'object_not_in_prerequisite_state';
    end if;
    return new;
  end if;
  if old.unlinked_at is not null then
    raise exception 'what was unlinked is linked anew' using errcode = 'object_not_in_prerequisite_state';
  end if;
  if (new.id, new.clinic_id, new.client_id, new.note_id, new.belief_id, new.linked_at, new.linked_by)
      is distinct from
     (old.id, old.clinic_id, old.client_id, old.note_id, old.belief_id, old.linked_at, old.linked_by) then
    raise exception 'what was linked never changes' using errcode = 'object_not_in_prerequisite_state';
  end if;
  return new;
end $$;
create trigger guarded before insert or update or delete on note_belief
  for each row execute function guard_link();
create trigger never_emptied before truncate on note_belief
  for each statement execute function refuse_change_of_note();

-- Whether the caller sees this note of the client who is open: a link shows no more than the note itself does.
create function shows_note(p_note uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select app_scope() = 'TREATING' or (app_scope() = 'SUPERVISING' and exists (select from session_note n
    where n.id = p_note and n.client_id = app_client() and n.clinic_id = app_clinic() and n.signed_at is not null))
$$;

-- How a note stands.
create function state_of_note(note session_note) returns text
language sql immutable set search_path = pg_catalog, public, pg_temp as $$
  select case
    when note.signed_at is null then 'DRAFT'
    when note.cosigned_at is not null then 'COSIGNED'
    when note.cosign_wanted then 'WAITING'
    else 'SIGNED' end
$$;

alter table note_belief enable row level security;
alter table note_belief force row level security;
create policy owner_all on note_belief to trellis_owner using (true) with check (true);
create policy of_shown_note on note_belief for select to trellis_app
  using (client_id = (select app_client()) and clinic_id = (select app_clinic()) and shows_note(note_id));
create policy linked_by_therapist on note_belief for insert to trellis_app
  with check (client_id = (select app_client()) and clinic_id = (select app_clinic())
    and (select app_scope()) = 'TREATING' and linked_by = (select app_person()));
create policy unlinked_by_therapist on note_belief for update to trellis_app
  using (client_id = (select app_client()) and clinic_id = (select app_clinic()) and (select app_scope()) = 'TREATING')
  with check (client_id = (select app_client()) and clinic_id = (select app_clinic())
    and (select app_scope()) = 'TREATING' and unlinked_by = (select app_person()));

grant select, insert, update on note_belief to trellis_app;
create trigger row_change after insert or update or delete on note_belief
  for each row execute function record_row_change('id', 'client_id');

-- All notes of a belief, and all beliefs of a note: those that are linked, and those whose evidence comes from it.
create view belief_of_note with (security_invoker = true) as
  select note_id, belief_id, client_id, clinic_id, bool_or(linked) as linked, bool_or(told) as told
  from (
    select note_id, belief_id, client_id, clinic_id, true as linked, false as told
    from note_belief where unlinked_at is null
    union all
    select note_id, belief_id, client_id, clinic_id, false, true from evidence where note_id is not null) each
  group by note_id, belief_id, client_id, clinic_id;
comment on view belief_of_note is 'linked: somebody chose it; told: evidence about the belief comes from the note.';
grant select on belief_of_note to trellis_app;

-- The search, with one limit more: notes of one belief.
drop function search_notes(text, integer, uuid, timestamptz, timestamptz, text, text, uuid);
create function search_notes(p_words text, p_most integer, p_client uuid default null,
    p_from timestamptz default null, p_until timestamptz default null, p_template text default null,
    p_state text default null, p_after uuid default null, p_belief uuid default null)
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
    select n.id, n.client_id, n.author_id, s.starts_at, n.template, state_of_note(n) as state
    from own o
    join session_note n on n.client_id = o.client_id
    join session s on s.id = n.session_id
    where n.clinic_id = app_clinic()
      and (p_from is null or s.starts_at >= p_from) and (p_until is null or s.starts_at < p_until)
      and (p_template is null or n.template = p_template)
      and (p_belief is null or n.id in (select b.note_id from belief_of_note b where b.belief_id = p_belief))
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

-- By which beliefs a therapist can limit a search over the notes on one of the own clients, the first named first.
create function beliefs_to_search(p_client uuid) returns table (belief_id uuid, words text)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select b.id, b.words from belief b
  where b.client_id = p_client and b.clinic_id = app_clinic() and app_role() = 'THERAPIST'
    and exists (select from caseload c where c.client_id = p_client and c.therapist_id = app_person()
      and c.until is null and c.clinic_id = app_clinic())
  order by b.named_at, b.id
$$;

revoke execute on function guard_link(), shows_note(uuid), state_of_note(session_note), beliefs_to_search(uuid),
  search_notes(text, integer, uuid, timestamptz, timestamptz, text, text, uuid, uuid) from public;
grant execute on function shows_note(uuid), state_of_note(session_note), beliefs_to_search(uuid),
  search_notes(text, integer, uuid, timestamptz, timestamptz, text, text, uuid, uuid) to trellis_app;
