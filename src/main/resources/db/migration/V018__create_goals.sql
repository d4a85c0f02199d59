-- Goals of a client's support system: what they are, how far they got, and the small steps that lead there.

create table goal (
  id uuid primary key,
  clinic_id uuid not null,
  client_id uuid not null,
  words text not null check (length(words) between 1 and 500),
  particulars text check (length(particulars) between 1 and 1000),
  measured text check (length(measured) between 1 and 500),
  baseline text check (length(baseline) between 1 and 500),
  target text check (length(target) between 1 and 500),
  target_date date,
  barriers text check (length(barriers) between 1 and 1000),
  focus text check (focus in ('HELP', 'SOLITUDE', 'VULNERABILITY', 'PERFECTIONISM', 'INTIMACY', 'DOES_ALL_ALONE',
    'CANNOT_ASK', 'REFUSES_OFFERS', 'TRUSTS_NOBODYS_WORK', 'OVERWORKS', 'DECIDES_ALONE', 'TAKES_ALL_ON')),
  belief_id uuid,
  rank smallint check (rank between 1 and 3),
  status text not null check (status in ('PROPOSED', 'AGREED', 'ACTIVE', 'ON_HOLD', 'MET', 'ENDED')),
  status_at timestamptz not null,
  status_by uuid not null,
  status_as text not null check (status_as in ('THERAPIST', 'CLIENT')),
  status_reason text check (length(status_reason) between 1 and 500),
  shared_at timestamptz,
  shared_by uuid,
  proposed_by uuid not null,
  proposed_at timestamptz not null,
  revised_at timestamptz not null,
  request_key uuid not null,
  version bigint not null default 0,
  unique (id, client_id, clinic_id),
  unique (clinic_id, request_key),
  foreign key (client_id, clinic_id) references client (id, clinic_id),
  foreign key (belief_id, client_id, clinic_id) references belief (id, client_id, clinic_id),
  foreign key (proposed_by, clinic_id) references person (id, clinic_id),
  foreign key (status_by, clinic_id) references person (id, clinic_id),
  foreign key (shared_by, clinic_id) references person (id, clinic_id),
  check ((status = 'ENDED') = (status_reason is not null)),
  check (rank is null or status not in ('MET', 'ENDED')),
  check ((shared_at is null) = (shared_by is null))
);
create index goal_of_client on goal (client_id, proposed_at);
create unique index goal_by_rank on goal (client_id, rank) where rank is not null;
create index goal_of_belief on goal (belief_id) where belief_id is not null;
comment on column goal.words is 'The goal in the client''s own words; they stay once it is agreed.';
comment on column goal.rank is 'Its place among the up to three goals that are rated from 0 to 10; null where it is not.';
comment on column goal.status_as is 'Agreed as CLIENT: in the portal. Agreed as THERAPIST: the client agreed in the room.';
comment on column goal.shared_at is 'Since when the client reads it; null while only staff do.';

create table goal_change (
  id uuid primary key,
  clinic_id uuid not null,
  client_id uuid not null,
  goal_id uuid not null,
  status text not null,
  changed_at timestamptz not null,
  changed_by uuid not null,
  changed_as text not null,
  reason text,
  foreign key (goal_id, client_id, clinic_id) references goal (id, client_id, clinic_id)
);
create index goal_change_of_goal on goal_change (goal_id, changed_at);
comment on table goal_change is 'How each goal came to stand as it does; written by a trigger alone.';

create table goal_scale (
  id uuid primary key,
  clinic_id uuid not null,
  client_id uuid not null,
  goal_id uuid not null,
  number integer not null check (number >= 1),
  much_less text check (length(much_less) between 1 and 300),
  less text check (length(less) between 1 and 300),
  expected text check (length(expected) between 1 and 300),
  more text check (length(more) between 1 and 300),
  much_more text check (length(much_more) between 1 and 300),
  importance smallint check (importance between 0 and 3),
  difficulty smallint check (difficulty between 0 and 3),
  baseline smallint check (baseline between -2 and 2),
  drafted_by uuid not null,
  drafted_at timestamptz not null,
  offered_by uuid,
  offered_at timestamptz,
  agreed_by uuid,
  agreed_as text check (agreed_as in ('THERAPIST', 'CLIENT')),
  agreed_at timestamptz,
  request_key uuid not null,
  version bigint not null default 0,
  unique (id, goal_id, client_id, clinic_id),
  unique (goal_id, number),
  unique (clinic_id, request_key),
  foreign key (goal_id, client_id, clinic_id) references goal (id, client_id, clinic_id),
  foreign key (drafted_by, clinic_id) references person (id, clinic_id),
  foreign key (offered_by, clinic_id) references person (id, clinic_id),
  foreign key (agreed_by, clinic_id) references person (id, clinic_id),
  check ((offered_at is null) = (offered_by is null)),
  check (num_nulls(agreed_at, agreed_by, agreed_as) in (0, 3)),
  check (agreed_at is null or offered_at is not null),
  check (offered_at is null or num_nulls(much_less, less, expected, more, much_more, baseline) = 0)
);
create unique index goal_scale_drafted on goal_scale (goal_id) where agreed_at is null;
comment on column goal_scale.number is 'The version of this goal''s scale; the highest that is agreed stands, and ends the one before.';
comment on column goal_scale.offered_at is 'When the therapist agreed to these levels.';
comment on column goal_scale.agreed_at is 'When the client did; from then on nothing of the row changes.';
comment on column goal_scale.agreed_as is 'CLIENT: in the portal. THERAPIST: in the room, as a therapist wrote down.';

create table goal_rating (
  id uuid primary key,
  clinic_id uuid not null,
  client_id uuid not null,
  goal_id uuid not null,
  scale_id uuid,
  level smallint check (level between -2 and 2),
  score smallint check (score between 0 and 10),
  rated_by uuid not null,
  rated_as text not null check (rated_as in ('THERAPIST', 'CLIENT')),
  rated_on date not null,
  kept_at timestamptz not null,
  remark text check (length(remark) between 1 and 500),
  withdrawn_by uuid,
  withdrawn_at timestamptz,
  withdrawn_reason text check (length(withdrawn_reason) between 1 and 500),
  request_key uuid not null,
  version bigint not null default 0,
  foreign key (goal_id, client_id, clinic_id) references goal (id, client_id, clinic_id),
  foreign key (scale_id, goal_id, client_id, clinic_id) references goal_scale (id, goal_id, client_id, clinic_id),
  foreign key (rated_by, clinic_id) references person (id, clinic_id),
  foreign key (withdrawn_by, clinic_id) references person (id, clinic_id),
  check ((level is null) = (scale_id is null)),
  check (num_nulls(level, score) = 1),
  check (num_nulls(withdrawn_by, withdrawn_at, withdrawn_reason) in (0, 3)),
  check (rated_on <= (kept_at at time zone 'UTC')::date + 1)
);
create unique index goal_rating_by_request on goal_rating (clinic_id, request_key, (score is null));
create index goal_rating_of_goal on goal_rating (goal_id, rated_on);
create index goal_rating_of_client on goal_rating (client_id, goal_id);
comment on column goal_rating.level is 'How far it got by the levels of a scale, -2 to 2.';
comment on column goal_rating.score is 'How far it got over all, 0 (not at all) to 10 (entirely).';
comment on column goal_rating.rated_on is 'The day it is about, by the clinic''s calendar; at the latest the day it was kept.';

create table goal_step (
  id uuid primary key,
  clinic_id uuid not null,
  client_id uuid not null,
  goal_id uuid not null,
  words text not null check (length(words) between 1 and 300),
  owner text not null check (owner in ('CLIENT', 'THERAPIST', 'OTHER')),
  owner_words text check (length(owner_words) between 1 and 100),
  due_on date,
  done_by uuid,
  done_at timestamptz,
  dropped_by uuid,
  dropped_at timestamptz,
  added_by uuid not null,
  added_at timestamptz not null,
  request_key uuid not null,
  version bigint not null default 0,
  unique (clinic_id, request_key),
  foreign key (goal_id, client_id, clinic_id) references goal (id, client_id, clinic_id),
  foreign key (added_by, clinic_id) references person (id, clinic_id),
  foreign key (done_by, clinic_id) references person (id, clinic_id),
  foreign key (dropped_by, clinic_id) references person (id, clinic_id),
  check ((owner = 'OTHER') = (owner_words is not null)),
  check ((done_at is null) = (done_by is null)),
  check ((dropped_at is null) = (dropped_by is null))
);
create index goal_step_of_goal on goal_step (goal_id);
create index goal_step_of_client on goal_step (client_id, due_on);
comment on column goal_step.owner_words is 'Who takes it where it is neither the client nor the therapist.';

-- Whether this client's case is closed; asked by the guards alone.
create function case_closed(p_client uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select exists (select from client c where c.id = p_client and c.closed_at is not null)
$$;

-- Whether the client who is signed in may read this goal.
create function shows_goal(p_goal uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select app_scope() = 'OWN' and exists (select from goal g where g.id = p_goal
    and g.client_id = app_client() and g.clinic_id = app_clinic() and g.shared_at is not null)
$$;

-- A goal goes its way by these steps and no others; met can be taken up again, ended is ended.
create function goal_may_become(p_from text, p_to text) returns boolean
language sql immutable set search_path = pg_catalog, public, pg_temp as $$
  select (p_from, p_to) in (('PROPOSED', 'AGREED'), ('PROPOSED', 'ENDED'),
    ('AGREED', 'ACTIVE'), ('AGREED', 'ON_HOLD'), ('AGREED', 'MET'), ('AGREED', 'ENDED'),
    ('ACTIVE', 'ON_HOLD'), ('ACTIVE', 'MET'), ('ACTIVE', 'ENDED'),
    ('ON_HOLD', 'ACTIVE'), ('ON_HOLD', 'MET'), ('ON_HOLD', 'ENDED'), ('MET', 'ACTIVE'))
$$;

create function guard_new_goal() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if app_person() is null then
    return new;
  end if;
  if new.status <> 'PROPOSED' or new.shared_at is not null then
    raise exception 'a goal begins with its proposal' using errcode = 'object_not_in_prerequisite_state';
  end if;
  if case_closed(new.client_id) then
    raise exception 'a closed case takes no goal' using errcode = 'object_not_in_prerequisite_state';
  end if;
  return new;
end $$;
create trigger begins_proposed before insert on goal for each row execute function guard_new_goal();

create function guard_goal() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  status_of constant text[] := array['status', 'status_at', 'status_by', 'status_as', 'version'];
  sharing_of constant text[] := array['shared_at', 'shared_by', 'version'];
begin
  if tg_op = 'DELETE' then
    raise exception 'a goal is never deleted' using errcode = 'object_not_in_prerequisite_state';
  end if;
  if (new.id, new.clinic_id, new.client_id, new.proposed_by, new.proposed_at, new.request_key) is distinct from
     (old.id, old.clinic_id, old.client_id, old.proposed_by, old.proposed_at, old.request_key) then
    raise exception 'whose goal it is never changes' using errcode = 'object_not_in_prerequisite_state';
  end if;
  if old.status <> 'PROPOSED' and new.words <> old.words then
    raise exception 'the words that were agreed stay' using errcode = 'object_not_in_prerequisite_state';
  end if;
  if new.status <> old.status and not goal_may_become(old.status, new.status) then
    raise exception 'a goal does not go from % to %', old.status, new.status
      using errcode = 'object_not_in_prerequisite_state';
  end if;
  if app_person() is null then
    return new;
  end if;
  if new.status <> old.status and (new.status_by, new.status_as) is distinct from (app_person(), app_role()) then
    raise exception 'who moves a goal is who is signed in' using errcode = 'insufficient_privilege';
  end if;
  if new.shared_at is not null and (new.shared_at, new.shared_by) is distinct from (old.shared_at, old.shared_by)
      and new.shared_by is distinct from app_person() then
    raise exception 'who shares a goal is who is signed in' using errcode = 'insufficient_privilege';
  end if;
  if app_scope() = 'OWN' and (new.status = old.status or to_jsonb(new) - status_of <> to_jsonb(old) - status_of) then
    raise exception 'a client agrees to a goal and changes nothing of it' using errcode = 'insufficient_privilege';
  end if;
  if case_closed(new.client_id)
      and (new.shared_at is not null or to_jsonb(new) - sharing_of <> to_jsonb(old) - sharing_of) then
    raise exception 'a goal of a closed case can only be taken back' using errcode = 'object_not_in_prerequisite_state';
  end if;
  return new;
end $$;
create trigger guarded before update or delete on goal for each row execute function guard_goal();
create trigger never_emptied before truncate on goal for each statement execute function refuse_change_of_note();

create function keep_goal_change() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if tg_op = 'INSERT' or new.status <> old.status then
    insert into goal_change (id, clinic_id, client_id, goal_id, status, changed_at, changed_by, changed_as, reason)
    values (uuidv7(), new.clinic_id, new.client_id, new.id, new.status, new.status_at, new.status_by, new.status_as,
      new.status_reason);
  end if;
  return null;
end $$;
create trigger keeps_changes after insert or update on goal for each row execute function keep_goal_change();

-- What is agreed can be rated: by five agreed levels, or from 0 to 10.
create function require_measured_goal() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if new.rank is null
      and not exists (select from goal_scale s where s.goal_id = new.id and s.agreed_at is not null) then
    raise exception 'a goal is agreed with five levels or with a rank' using errcode = 'object_not_in_prerequisite_state';
  end if;
  return null;
end $$;
create constraint trigger agreed_as_measured after update of status on goal deferrable initially deferred
  for each row when (old.status = 'PROPOSED' and new.status = 'AGREED') execute function require_measured_goal();

create trigger never_changed before update or delete on goal_change
  for each row execute function refuse_change_of_note();
create trigger never_emptied before truncate on goal_change for each statement execute function refuse_change_of_note();

-- Levels are drafted, offered, agreed; once agreed they are frozen, whoever asks, and a rewrite is the next version.
create function guard_goal_scale() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  agreement_of constant text[] := array['agreed_at', 'agreed_by', 'agreed_as', 'version'];
begin
  if tg_op = 'DELETE' then
    raise exception 'a scale is never deleted' using errcode = 'object_not_in_prerequisite_state';
  end if;
  if tg_op = 'INSERT' then
    if new.number <> 1 + coalesce((select max(s.number) from goal_scale s where s.goal_id = new.goal_id), 0) then
      raise exception 'a version follows the one before' using errcode = 'object_not_in_prerequisite_state';
    end if;
    if app_person() is not null and (new.offered_at is not null or new.agreed_at is not null) then
      raise exception 'a scale begins as a draft' using errcode = 'object_not_in_prerequisite_state';
    end if;
  else
    if old.agreed_at is not null then
      raise exception 'levels that were agreed never change' using errcode = 'object_not_in_prerequisite_state';
    end if;
    if (new.id, new.clinic_id, new.client_id, new.goal_id, new.number, new.request_key) is distinct from
       (old.id, old.clinic_id, old.client_id, old.goal_id, old.number, old.request_key) then
      raise exception 'whose scale it is never changes' using errcode = 'object_not_in_prerequisite_state';
    end if;
  end if;
  if app_person() is null then
    return new;
  end if;
  if tg_op = 'UPDATE' and new.agreed_at is not null
      and (new.agreed_by, new.agreed_as) is distinct from (app_person(), app_role()) then
    raise exception 'who agrees is who is signed in' using errcode = 'insufficient_privilege';
  end if;
  if app_scope() = 'OWN' and (new.agreed_at is null or old.offered_at is null
      or to_jsonb(new) - agreement_of <> to_jsonb(old) - agreement_of) then
    raise exception 'a client agrees to levels and changes nothing of them' using errcode = 'insufficient_privilege';
  end if;
  if case_closed(new.client_id)
      or exists (select from goal g where g.id = new.goal_id and g.status in ('MET', 'ENDED')) then
    raise exception 'this goal takes no scale any more' using errcode = 'object_not_in_prerequisite_state';
  end if;
  return new;
end $$;
create trigger guarded before insert or update or delete on goal_scale
  for each row execute function guard_goal_scale();
create trigger never_emptied before truncate on goal_scale for each statement execute function refuse_change_of_note();

-- A rating is of a goal that was agreed, by the levels that stand; it never changes and can be withdrawn once.
create function guard_goal_rating() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  withdrawal_of constant text[] := array['withdrawn_at', 'withdrawn_by', 'withdrawn_reason', 'version'];
  rated record;
begin
  if tg_op = 'DELETE' then
    raise exception 'a rating is never deleted' using errcode = 'object_not_in_prerequisite_state';
  end if;
  if tg_op = 'UPDATE' then
    if old.withdrawn_at is not null or new.withdrawn_at is null
        or to_jsonb(new) - withdrawal_of <> to_jsonb(old) - withdrawal_of then
      raise exception 'a rating never changes; it can be withdrawn once'
        using errcode = 'object_not_in_prerequisite_state';
    end if;
    if app_person() is not null and new.withdrawn_by is distinct from app_person() then
      raise exception 'who withdraws is who is signed in' using errcode = 'insufficient_privilege';
    end if;
    return new;
  end if;
  select g.status, g.rank, g.proposed_at,
      (select s.id from goal_scale s where s.goal_id = g.id and s.agreed_at is not null
        order by s.number desc limit 1) as standing
    into rated from goal g where g.id = new.goal_id;
  if new.withdrawn_at is not null or new.rated_on < (rated.proposed_at at time zone 'UTC')::date - 1
      or (app_person() is not null
        and (rated.status not in ('AGREED', 'ACTIVE', 'ON_HOLD') or case_closed(new.client_id)
          or (new.score is not null and rated.rank is null)
          or (new.level is not null and new.scale_id is distinct from rated.standing))) then
    raise exception 'this goal takes no such rating' using errcode = 'object_not_in_prerequisite_state';
  end if;
  return new;
end $$;
create trigger guarded before insert or update or delete on goal_rating
  for each row execute function guard_goal_rating();
create trigger never_emptied before truncate on goal_rating for each statement execute function refuse_change_of_note();

-- A client ticks the own steps; who treats the client also dates and drops them.
create function guard_goal_step() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  ticking_of constant text[] := array['done_at', 'done_by', 'version'];
begin
  if tg_op = 'DELETE' then
    raise exception 'a step is never deleted' using errcode = 'object_not_in_prerequisite_state';
  end if;
  if tg_op = 'UPDATE' then
    if (new.id, new.clinic_id, new.client_id, new.goal_id, new.added_by, new.added_at, new.request_key)
        is distinct from
       (old.id, old.clinic_id, old.client_id, old.goal_id, old.added_by, old.added_at, old.request_key) then
      raise exception 'whose step it is never changes' using errcode = 'object_not_in_prerequisite_state';
    end if;
    if old.dropped_at is not null then
      raise exception 'a step that was dropped stays so' using errcode = 'object_not_in_prerequisite_state';
    end if;
    if app_scope() = 'OWN' and to_jsonb(new) - ticking_of <> to_jsonb(old) - ticking_of then
      raise exception 'a client ticks a step and changes nothing of it' using errcode = 'insufficient_privilege';
    end if;
    if app_person() is not null and new.done_at is not null and old.done_at is distinct from new.done_at
        and new.done_by is distinct from app_person() then
      raise exception 'who ticks a step is who is signed in' using errcode = 'insufficient_privilege';
    end if;
  end if;
  if app_person() is not null and case_closed(new.client_id) then
    raise exception 'a closed case takes no step' using errcode = 'object_not_in_prerequisite_state';
  end if;
  return new;
end $$;
create trigger guarded before insert or update or delete on goal_step
  for each row execute function guard_goal_step();
create trigger never_emptied before truncate on goal_step for each statement execute function refuse_change_of_note();

-- Goals of the own clients that nobody rated since a day, or whose date is past. It names clients, and no goal's words.
create function goals_to_look_at(p_today date, p_unrated_since date, p_most integer)
  returns table (goal_id uuid, client_id uuid, client text, rated_on date, target_date date)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select g.id, g.client_id, c.name, last.rated_on, g.target_date
  from caseload l
  join client c on c.id = l.client_id and c.closed_at is null
  join goal g on g.client_id = l.client_id and g.clinic_id = l.clinic_id and g.status in ('AGREED', 'ACTIVE')
  cross join lateral (select coalesce(max(r.rated_on), (g.proposed_at at time zone 'UTC')::date) as rated_on
    from goal_rating r where r.goal_id = g.id and r.withdrawn_at is null) last
  where app_role() = 'THERAPIST' and l.therapist_id = app_person() and l.until is null and l.clinic_id = app_clinic()
    and (last.rated_on < p_unrated_since or g.target_date < p_today)
  order by least(last.rated_on, g.target_date), g.id limit p_most
$$;

revoke execute on function case_closed(uuid), shows_goal(uuid), guard_new_goal(), guard_goal(), keep_goal_change(),
  require_measured_goal(), guard_goal_scale(), guard_goal_rating(), guard_goal_step(),
  goals_to_look_at(date, date, integer) from public;
grant execute on function shows_goal(uuid), goals_to_look_at(date, date, integer) to trellis_app;

alter table goal enable row level security;
alter table goal force row level security;
alter table goal_change enable row level security;
alter table goal_change force row level security;
alter table goal_scale enable row level security;
alter table goal_scale force row level security;
alter table goal_rating enable row level security;
alter table goal_rating force row level security;
alter table goal_step enable row level security;
alter table goal_step force row level security;
create policy owner_all on goal to trellis_owner using (true) with check (true);
create policy owner_all on goal_change to trellis_owner using (true) with check (true);
create policy owner_all on goal_scale to trellis_owner using (true) with check (true);
create policy owner_all on goal_rating to trellis_owner using (true) with check (true);
create policy owner_all on goal_step to trellis_owner using (true) with check (true);

create policy of_opened_client on goal for select to trellis_app
  using (client_id = (select app_client()) and clinic_id = (select app_clinic())
    and (select app_scope()) in ('TREATING', 'SUPERVISING'));
create policy own_of_shared on goal for select to trellis_app
  using (client_id = (select app_client()) and clinic_id = (select app_clinic())
    and (select app_scope()) = 'OWN' and shared_at is not null);
create policy proposed_by_therapist on goal for insert to trellis_app
  with check (client_id = (select app_client()) and clinic_id = (select app_clinic())
    and (select app_scope()) = 'TREATING' and proposed_by = (select app_person()) and status_by = (select app_person())
    and status_as = (select app_role()));
create policy changed_by_therapists on goal for update to trellis_app
  using (client_id = (select app_client()) and clinic_id = (select app_clinic()) and (select app_scope()) = 'TREATING')
  with check (client_id = (select app_client()) and clinic_id = (select app_clinic())
    and (select app_scope()) = 'TREATING');
create policy agreed_by_client on goal for update to trellis_app
  using (client_id = (select app_client()) and clinic_id = (select app_clinic())
    and (select app_scope()) = 'OWN' and shared_at is not null and status = 'PROPOSED')
  with check (client_id = (select app_client()) and clinic_id = (select app_clinic())
    and (select app_scope()) = 'OWN' and shared_at is not null and status = 'AGREED');

create policy of_opened_client on goal_change for select to trellis_app
  using (client_id = (select app_client()) and clinic_id = (select app_clinic())
    and (select app_scope()) in ('TREATING', 'SUPERVISING'));

create policy of_opened_client on goal_scale for select to trellis_app
  using (client_id = (select app_client()) and clinic_id = (select app_clinic())
    and (select app_scope()) in ('TREATING', 'SUPERVISING'));
create policy own_of_shared on goal_scale for select to trellis_app
  using (client_id = (select app_client()) and clinic_id = (select app_clinic())
    and (select app_scope()) = 'OWN' and offered_at is not null and shows_goal(goal_id));
create policy drafted_by_therapist on goal_scale for insert to trellis_app
  with check (client_id = (select app_client()) and clinic_id = (select app_clinic())
    and (select app_scope()) = 'TREATING' and drafted_by = (select app_person()));
create policy changed_by_therapists on goal_scale for update to trellis_app
  using (client_id = (select app_client()) and clinic_id = (select app_clinic()) and (select app_scope()) = 'TREATING')
  with check (client_id = (select app_client()) and clinic_id = (select app_clinic())
    and (select app_scope()) = 'TREATING');
create policy agreed_by_client on goal_scale for update to trellis_app
  using (client_id = (select app_client()) and clinic_id = (select app_clinic())
    and (select app_scope()) = 'OWN' and offered_at is not null and agreed_at is null and shows_goal(goal_id))
  with check (client_id = (select app_client()) and clinic_id = (select app_clinic())
    and (select app_scope()) = 'OWN' and agreed_by = (select app_person()) and agreed_as = 'CLIENT');

create policy of_opened_client on goal_rating for select to trellis_app
  using (client_id = (select app_client()) and clinic_id = (select app_clinic())
    and (select app_scope()) in ('TREATING', 'SUPERVISING'));
create policy own_of_shared on goal_rating for select to trellis_app
  using (client_id = (select app_client()) and clinic_id = (select app_clinic())
    and (select app_scope()) = 'OWN' and rated_as = 'CLIENT' and rated_by = (select app_person())
    and shows_goal(goal_id));
create policy rated_by_therapist on goal_rating for insert to trellis_app
  with check (client_id = (select app_client()) and clinic_id = (select app_clinic())
    and (select app_scope()) = 'TREATING' and rated_by = (select app_person()) and rated_as = (select app_role()));
create policy rated_by_client on goal_rating for insert to trellis_app
  with check (client_id = (select app_client()) and clinic_id = (select app_clinic())
    and (select app_scope()) = 'OWN' and rated_by = (select app_person()) and rated_as = 'CLIENT'
    and shows_goal(goal_id));
create policy withdrawn_by_therapists on goal_rating for update to trellis_app
  using (client_id = (select app_client()) and clinic_id = (select app_clinic()) and (select app_scope()) = 'TREATING')
  with check (client_id = (select app_client()) and clinic_id = (select app_clinic())
    and (select app_scope()) = 'TREATING');

create policy of_opened_client on goal_step for select to trellis_app
  using (client_id = (select app_client()) and clinic_id = (select app_clinic())
    and (select app_scope()) in ('TREATING', 'SUPERVISING'));
create policy own_of_shared on goal_step for select to trellis_app
  using (client_id = (select app_client()) and clinic_id = (select app_clinic())
    and (select app_scope()) = 'OWN' and dropped_at is null and shows_goal(goal_id));
create policy added_by_therapist on goal_step for insert to trellis_app
  with check (client_id = (select app_client()) and clinic_id = (select app_clinic())
    and (select app_scope()) = 'TREATING' and added_by = (select app_person()));
create policy changed_by_therapists on goal_step for update to trellis_app
  using (client_id = (select app_client()) and clinic_id = (select app_clinic()) and (select app_scope()) = 'TREATING')
  with check (client_id = (select app_client()) and clinic_id = (select app_clinic())
    and (select app_scope()) = 'TREATING');
create policy ticked_by_client on goal_step for update to trellis_app
  using (client_id = (select app_client()) and clinic_id = (select app_clinic())
    and (select app_scope()) = 'OWN' and owner = 'CLIENT' and dropped_at is null and shows_goal(goal_id))
  with check (client_id = (select app_client()) and clinic_id = (select app_clinic())
    and (select app_scope()) = 'OWN' and owner = 'CLIENT');

grant select, insert, update on goal, goal_scale, goal_rating, goal_step to trellis_app;
grant select on goal_change to trellis_app;
create trigger row_change after insert or update or delete on goal
  for each row execute function record_row_change('id', 'client_id');
create trigger row_change after insert or update or delete on goal_change
  for each row execute function record_row_change('id', 'client_id');
create trigger row_change after insert or update or delete on goal_scale
  for each row execute function record_row_change('id', 'client_id');
create trigger row_change after insert or update or delete on goal_rating
  for each row execute function record_row_change('id', 'client_id');
create trigger row_change after insert or update or delete on goal_step
  for each row execute function record_row_change('id', 'client_id');
