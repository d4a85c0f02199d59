-- Which notes are about which goals: links in both ways, beside both, and a search over notes by goal.

create table note_goal (
  id uuid primary key,
  clinic_id uuid not null,
  client_id uuid not null,
  note_id uuid not null,
  goal_id uuid not null,
  linked_at timestamptz not null,
  linked_by uuid not null,
  unlinked_at timestamptz,
  unlinked_by uuid,
  foreign key (note_id, client_id, clinic_id) references session_note (id, client_id, clinic_id),
  foreign key (goal_id, client_id, clinic_id) references goal (id, client_id, clinic_id),
  foreign key (linked_by, clinic_id) references person (id, clinic_id),
  foreign key (unlinked_by, clinic_id) references person (id, clinic_id),
  check ((unlinked_at is null) = (unlinked_by is null))
);
create unique index note_goal_linked on note_goal (note_id, goal_id) where unlinked_at is null;
create index note_goal_of_goal on note_goal (goal_id) where unlinked_at is null;
comment on table note_goal is 'No part of what a note says or of its hash: a signed note is linked and unlinked like a draft.';
comment on column note_goal.unlinked_at is 'Null while they are linked; linked again, the two have a new row.';

-- A link is undone, never deleted, and nothing is linked or unlinked in a closed case.
create function guard_goal_link() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  undoing constant text[] := array['unlinked_at', 'unlinked_by'];
begin
  if tg_op = 'DELETE' then
    raise exception 'a link is undone, never deleted' using errcode = 'object_not_in_prerequisite_state';
  end if;
  if case_closed(new.client_id) then
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
  if to_jsonb(new) - undoing <> to_jsonb(old) - undoing then
    raise exception 'what was linked never changes' using errcode = 'object_not_in_prerequisite_state';
  end if;
  return new;
end $$;
create trigger guarded before insert or update or delete on note_goal
  for each row execute function guard_goal_link();
create trigger never_emptied before truncate on note_goal
  for each statement execute function refuse_change_of_note();

alter table note_goal enable row level security;
alter table note_goal force row level security;
create policy owner_all on note_goal to trellis_owner using (true) with check (true);
create policy of_shown_note on note_goal for select to trellis_app
  using (client_id = (select app_client()) and clinic_id = (select app_clinic()) and shows_note(note_id));
create policy linked_by_therapist on note_goal for insert to trellis_app
  with check (client_id = (select app_client()) and clinic_id = (select app_clinic())
    and (select app_scope()) = 'TREATING' and linked_by = (select app_person()));
create policy unlinked_by_therapist on note_goal for update to trellis_app
  using (client_id = (select app_client()) and clinic_id = (select app_clinic()) and (select app_scope()) = 'TREATING')
  with check (client_id = (select app_client()) and clinic_id = (select app_clinic())
    and (select app_scope()) = 'TREATING' and unlinked_by = (select app_person()));

grant select, insert, update on note_goal to trellis_app;
create trigger row_change after insert or update or delete on note_goal
  for each row execute function record_row_change('id', 'client_id');

-- The search, with one limit more: notes about one goal.
drop function search_notes(text, integer, uuid, timestamptz, timestamptz, text, text, uuid, uuid);
create function search_notes(p_words text, p_most integer, p_client uuid default null,
    p_from timestamptz default null, p_until timestamptz default null, p_template text default null,
    p_state text default null, p_after uuid default null, p_belief uuid default null, p_goal uuid default null)
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
      and (p_goal is null or n.id in (select l.note_id from note_goal l
        where l.goal_id = p_goal and l.unlinked_at is null))
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

-- By what a therapist can limit a search over the notes on one of the own clients: beliefs, then goals, each kind in
-- the order in which they were named.
drop function beliefs_to_search(uuid);
create function limits_to_search(p_client uuid) returns table (kind text, id uuid, words text)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select each.kind, each.id, each.words
  from (
    select 'BELIEF' as kind, b.id, b.words, b.named_at from belief b
    where b.client_id = p_client and b.clinic_id = app_clinic()
    union all
    select 'GOAL', g.id, g.words, g.proposed_at from goal g
    where g.client_id = p_client and g.clinic_id = app_clinic()) each
  where app_role() = 'THERAPIST' and exists (select from caseload c where c.client_id = p_client
    and c.therapist_id = app_person() and c.until is null and c.clinic_id = app_clinic())
  order by each.kind, each.named_at, each.id
$$;

revoke execute on function guard_goal_link(), limits_to_search(uuid),
  search_notes(text, integer, uuid, timestamptz, timestamptz, text, text, uuid, uuid, uuid) from public;
grant execute on function limits_to_search(uuid),
  search_notes(text, integer, uuid, timestamptz, timestamptz, text, text, uuid, uuid, uuid) to trellis_app;
