-- The support map: the people around a client, and what flows between them. A supporter is an identity; what is
-- known of it is a series of states that nobody changes, so that the map of any moment can be built again. A kept
-- map names a moment, and no state is written into its past.

create table supporter (
  id uuid primary key,
  clinic_id uuid not null,
  client_id uuid not null,
  unique (id, client_id, clinic_id),
  foreign key (client_id, clinic_id) references client (id, clinic_id)
);
create index supporter_of_client on supporter (client_id, id);

create function flows_fit(p_flows text[]) returns boolean
language sql immutable set search_path = pg_catalog, public, pg_temp as $$
  select array_position(p_flows, null) is null
    and p_flows <@ array['ENCOURAGEMENT', 'PRACTICAL_HELP', 'ADVICE', 'COMPANY']
    and cardinality(p_flows) = (select count(distinct f) from unnest(p_flows) f)
$$;

create table supporter_state (
  id uuid primary key,
  clinic_id uuid not null,
  client_id uuid not null,
  supporter_id uuid not null,
  number integer not null check (number >= 1),
  alias text not null check (length(alias) between 1 and 80),
  relation text not null check (relation in ('PARTNER', 'PARENT', 'CHILD', 'SIBLING', 'RELATIVE', 'FRIEND',
    'COLLEAGUE', 'NEIGHBOUR', 'PROFESSIONAL', 'GROUP', 'OTHER')),
  circle smallint not null check (circle between 1 and 3),
  angle smallint not null check (angle between 0 and 359),
  contact text check (contact in ('DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY', 'RARELY')),
  gives text[] not null check (flows_fit(gives)),
  receives text[] not null check (flows_fit(receives)),
  tie text not null check (tie in ('STRONG', 'WEAK', 'STRESSFUL', 'BROKEN')),
  would_ask smallint check (would_ask between 0 and 10),
  asked_on date,
  accepted smallint not null check (accepted between 0 and 999),
  refused smallint not null check (refused between 0 and 999),
  on_map boolean not null,
  written_by uuid not null,
  written_as text not null check (written_as in ('THERAPIST', 'CLIENT')),
  written_at timestamptz not null,
  request_key uuid not null,
  unique (supporter_id, number),
  unique (clinic_id, request_key),
  foreign key (supporter_id, client_id, clinic_id) references supporter (id, client_id, clinic_id),
  foreign key (written_by, clinic_id) references person (id, clinic_id),
  check (asked_on <= (written_at at time zone 'UTC')::date + 1)
);
create index supporter_state_of_client on supporter_state (client_id, written_at);
comment on column supporter_state.number is 'Which state of this supporter it is: 1 is the first, and none is left out.';
comment on column supporter_state.circle is 'How close: 1 the closest, 3 the furthest.';
comment on column supporter_state.angle is 'Where on the circle it is drawn, in degrees clockwise from the top.';
comment on column supporter_state.gives is 'What flows from the supporter to the client.';
comment on column supporter_state.receives is 'What flows from the client to the supporter.';
comment on column supporter_state.would_ask is 'Whether the client would ask this supporter for help, 0 (never) to 10 (at once).';
comment on column supporter_state.accepted is 'How many of this supporter''s offers the client took up so far.';

create table support_map (
  id uuid primary key,
  clinic_id uuid not null,
  client_id uuid not null,
  moment timestamptz not null,
  session_id uuid,
  remark text check (length(remark) between 1 and 300),
  kept_by uuid not null,
  request_key uuid not null,
  unique (clinic_id, request_key),
  foreign key (client_id, clinic_id) references client (id, clinic_id),
  foreign key (session_id, client_id, clinic_id) references session (id, client_id, clinic_id),
  foreign key (kept_by, clinic_id) references person (id, clinic_id)
);
create index support_map_of_client on support_map (client_id, moment);
comment on column support_map.moment is 'The map as it stood then; what was written later is not on it.';

-- Whether the client reads and keeps the map too: the last row counts.
create table support_sharing (
  id uuid primary key,
  clinic_id uuid not null,
  client_id uuid not null,
  number integer not null check (number >= 1),
  shared boolean not null,
  decided_by uuid not null,
  decided_at timestamptz not null,
  unique (client_id, number),
  foreign key (client_id, clinic_id) references client (id, clinic_id),
  foreign key (decided_by, clinic_id) references person (id, clinic_id)
);

-- When this client's map changed or was kept last. Whoever asks holds the map until the transaction ends, so that
-- moments follow each other and of two who write at once the later one learns of the earlier.
create function hold_support_map(p_client uuid) returns timestamptz
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if app_person() is not null and p_client is distinct from app_client() then
    return null;
  end if;
  perform pg_advisory_xact_lock(hashtextextended(p_client::text, 19));
  return greatest((select max(s.written_at) from supporter_state s where s.client_id = p_client),
    (select max(m.moment) from support_map m where m.client_id = p_client));
end $$;

create function require_open_case(p_client uuid) returns void
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if app_person() is not null
      and exists (select from client c where c.id = p_client and c.closed_at is not null) then
    raise exception 'a closed case takes no support map' using errcode = 'object_not_in_prerequisite_state';
  end if;
end $$;

-- A state follows the one before, is not written into the past of a kept map, and a map holds sixty at most.
create function guard_new_supporter_state() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  last record;
begin
  perform hold_support_map(new.client_id), require_open_case(new.client_id);
  select s.number, s.written_at into last from supporter_state s where s.supporter_id = new.supporter_id
    order by s.number desc limit 1;
  if new.number <> coalesce(last.number, 0) + 1 or new.written_at <= last.written_at then
    raise exception 'a state follows the one before' using errcode = 'object_not_in_prerequisite_state';
  end if;
  if exists (select from support_map m where m.client_id = new.client_id and m.moment >= new.written_at) then
    raise exception 'a map that was kept stays as it was' using errcode = 'object_not_in_prerequisite_state';
  end if;
  if new.on_map and (select count(*) from supporter p cross join lateral (select s.on_map from supporter_state s
        where s.supporter_id = p.id order by s.number desc limit 1) s
      where p.client_id = new.client_id and p.id <> new.supporter_id and s.on_map) >= 60 then
    raise exception 'a map holds sixty supporters' using errcode = 'object_not_in_prerequisite_state';
  end if;
  return new;
end $$;
create trigger follows_the_last before insert on supporter_state
  for each row execute function guard_new_supporter_state();

-- A supporter is never without a state.
create function require_supporter_state() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if not exists (select from supporter_state s where s.supporter_id = new.id) then
    raise exception 'a supporter is named with a state' using errcode = 'object_not_in_prerequisite_state';
  end if;
  return null;
end $$;
create constraint trigger named_whole after insert on supporter deferrable initially deferred
  for each row execute function require_supporter_state();

-- A map is kept of what has been, never of what is to come.
create function guard_new_support_map() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  perform hold_support_map(new.client_id), require_open_case(new.client_id);
  if new.moment > clock_timestamp() + interval '1 minute' then
    raise exception 'a map is kept of what has been' using errcode = 'object_not_in_prerequisite_state';
  end if;
  return new;
end $$;
create trigger of_what_has_been before insert on support_map
  for each row execute function guard_new_support_map();

-- A decision on sharing follows the one before and says something else; in a closed case only that it ends.
create function guard_new_support_sharing() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  last record;
begin
  perform hold_support_map(new.client_id);
  select s.number, s.shared into last from support_sharing s where s.client_id = new.client_id
    order by s.number desc limit 1;
  if new.number <> coalesce(last.number, 0) + 1 or new.shared = coalesce(last.shared, false) then
    raise exception 'a decision follows the one before' using errcode = 'object_not_in_prerequisite_state';
  end if;
  if new.shared then
    perform require_open_case(new.client_id);
  end if;
  return new;
end $$;
create trigger follows_the_last before insert on support_sharing
  for each row execute function guard_new_support_sharing();

-- Whether the client who is signed in reads and keeps the own map.
create function shares_support() returns boolean
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select app_scope() = 'OWN' and coalesce((select s.shared from support_sharing s
    where s.client_id = app_client() and s.clinic_id = app_clinic() order by s.number desc limit 1), false)
$$;

revoke execute on function hold_support_map(uuid), require_open_case(uuid), guard_new_supporter_state(),
  require_supporter_state(), guard_new_support_map(), guard_new_support_sharing(), shares_support() from public;
grant execute on function hold_support_map(uuid), shares_support() to trellis_app;

create trigger never_changed before update or delete on supporter
  for each row execute function refuse_change_of_note();
create trigger never_emptied before truncate on supporter for each statement execute function refuse_change_of_note();
create trigger never_changed before update or delete on supporter_state
  for each row execute function refuse_change_of_note();
create trigger never_emptied before truncate on supporter_state
  for each statement execute function refuse_change_of_note();
create trigger never_changed before update or delete on support_map
  for each row execute function refuse_change_of_note();
create trigger never_emptied before truncate on support_map for each statement execute function refuse_change_of_note();
create trigger never_changed before update or delete on support_sharing
  for each row execute function refuse_change_of_note();
create trigger never_emptied before truncate on support_sharing
  for each statement execute function refuse_change_of_note();

alter table supporter enable row level security;
alter table supporter force row level security;
alter table supporter_state enable row level security;
alter table supporter_state force row level security;
alter table support_map enable row level security;
alter table support_map force row level security;
alter table support_sharing enable row level security;
alter table support_sharing force row level security;
create policy owner_all on supporter to trellis_owner using (true) with check (true);
create policy owner_all on supporter_state to trellis_owner using (true) with check (true);
create policy owner_all on support_map to trellis_owner using (true) with check (true);
create policy owner_all on support_sharing to trellis_owner using (true) with check (true);

create policy of_opened_client on supporter for select to trellis_app
  using (client_id = (select app_client()) and clinic_id = (select app_clinic())
    and ((select app_scope()) in ('TREATING', 'SUPERVISING') or (select shares_support())));
create policy named_by_both on supporter for insert to trellis_app
  with check (client_id = (select app_client()) and clinic_id = (select app_clinic())
    and ((select app_scope()) = 'TREATING' or (select shares_support())));
create policy of_opened_client on supporter_state for select to trellis_app
  using (client_id = (select app_client()) and clinic_id = (select app_clinic())
    and ((select app_scope()) in ('TREATING', 'SUPERVISING') or (select shares_support())));
create policy written_by_both on supporter_state for insert to trellis_app
  with check (client_id = (select app_client()) and clinic_id = (select app_clinic())
    and ((select app_scope()) = 'TREATING' or (select shares_support()))
    and written_by = (select app_person()) and written_as = (select app_role()));
create policy of_opened_client on support_map for select to trellis_app
  using (client_id = (select app_client()) and clinic_id = (select app_clinic())
    and (select app_scope()) in ('TREATING', 'SUPERVISING'));
create policy kept_by_therapist on support_map for insert to trellis_app
  with check (client_id = (select app_client()) and clinic_id = (select app_clinic())
    and (select app_scope()) = 'TREATING' and kept_by = (select app_person()));
create policy of_opened_client on support_sharing for select to trellis_app
  using (client_id = (select app_client()) and clinic_id = (select app_clinic())
    and (select app_scope()) in ('TREATING', 'SUPERVISING', 'OWN'));
create policy decided_by_therapist on support_sharing for insert to trellis_app
  with check (client_id = (select app_client()) and clinic_id = (select app_clinic())
    and (select app_scope()) = 'TREATING' and decided_by = (select app_person()));

grant select, insert on supporter, supporter_state, support_map, support_sharing to trellis_app;
create trigger row_change after insert or update or delete on supporter
  for each row execute function record_row_change('id', 'client_id');
create trigger row_change after insert or update or delete on supporter_state
  for each row execute function record_row_change('id', 'client_id');
create trigger row_change after insert or update or delete on support_map
  for each row execute function record_row_change('id', 'client_id');
create trigger row_change after insert or update or delete on support_sharing
  for each row execute function record_row_change('id', 'client_id');
