-- Break-glass: who neither treats a client nor supervises who does opens that one record, for a written reason and for sixty
-- minutes. Who treats the client is told, and the client reads it in the access report.

create table emergency_access (
  id uuid primary key,
  clinic_id uuid not null,
  client_id uuid not null,
  person_id uuid not null,
  role text not null check (role in ('THERAPIST', 'ADMINISTRATOR')),
  reason text not null check (length(reason) between 20 and 1000),
  opened_at timestamptz not null default now(),
  closes_at timestamptz not null,
  ended_at timestamptz,
  request_key uuid not null,
  version bigint not null default 0,
  unique (clinic_id, request_key),
  unique (id, clinic_id, client_id),
  foreign key (client_id, clinic_id) references client (id, clinic_id),
  foreign key (person_id, clinic_id) references person (id, clinic_id),
  check (closes_at = opened_at + interval '60 minutes'),
  check (ended_at between opened_at and closes_at)
);
create index emergency_access_of_person on emergency_access (person_id, opened_at);
comment on column emergency_access.reason is 'The client and those who treat the client read it.';

create table emergency_notice (
  id uuid primary key,
  clinic_id uuid not null,
  client_id uuid not null,
  access_id uuid not null,
  therapist_id uuid not null,
  read_at timestamptz,
  version bigint not null default 0,
  unique (access_id, therapist_id),
  foreign key (access_id, clinic_id, client_id) references emergency_access (id, clinic_id, client_id),
  foreign key (therapist_id, clinic_id) references person (id, clinic_id)
);
create index emergency_notice_of_therapist on emergency_notice (therapist_id);
create index emergency_notice_unread on emergency_notice (therapist_id) where read_at is null;

-- What was said of an emergency stands: it ends once and is read once, and nothing else of it changes.
create function keep_emergency() returns trigger language plpgsql as $$
declare
  moment text := case tg_table_name when 'emergency_access' then 'ended_at' else 'read_at' end;
begin
  if tg_op = 'DELETE' or to_jsonb(old) ->> moment is not null
      or to_jsonb(new) - array[moment, 'version'] is distinct from to_jsonb(old) - array[moment, 'version'] then
    raise exception 'what was said of an emergency stands' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
revoke execute on function keep_emergency() from public;
create trigger kept before update or delete on emergency_access for each row execute function keep_emergency();
create trigger kept before update or delete on emergency_notice for each row execute function keep_emergency();
create trigger row_change after insert or update or delete on emergency_access
  for each row execute function record_row_change('id', 'client_id');
create trigger row_change after insert or update or delete on emergency_notice
  for each row execute function record_row_change('id', 'client_id');

alter table emergency_access enable row level security;
alter table emergency_access force row level security;
alter table emergency_notice enable row level security;
alter table emergency_notice force row level security;
create policy owner_all on emergency_access to trellis_owner using (true) with check (true);
create policy owner_all on emergency_notice to trellis_owner using (true) with check (true);

-- The client whom a therapist names in full, by name and date of birth; none where nobody or more than one is called so.
create function find_in_emergency(p_name_key text, p_birth_date date) returns uuid
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select case when count(*) = 1 then (array_agg(c.id))[1] end from client c
  where c.clinic_id = app_clinic() and app_role() = 'THERAPIST'
    and c.name_key = p_name_key and c.birth_date = p_birth_date
$$;

-- Opens a record for the caller and tells who treats the client. The same request again opens nothing more. Says which
-- access it is; none where the caller has no need of it; no row where there is no such client.
create function break_glass(p_id uuid, p_client uuid, p_reason text, p_request_key uuid) returns table (access uuid)
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  held text := access_to(p_client);
  made uuid;
begin
  if app_role() is null or app_role() not in ('THERAPIST', 'ADMINISTRATOR')
      or not exists (select from client c where c.id = p_client and c.clinic_id = app_clinic()) then
    return;
  end if;
  if held in ('TREATING', 'SUPERVISING') then
    return query select null::uuid;
    return;
  end if;
  perform set_config('app.purpose', 'emergency', true), set_config('app.reason', p_reason, true);
  insert into emergency_access (id, clinic_id, client_id, person_id, role, reason, closes_at, request_key)
  values (p_id, app_clinic(), p_client, app_person(), app_role(), p_reason, now() + interval '60 minutes', p_request_key)
  on conflict (clinic_id, request_key) do nothing
  returning id into made;
  if made is null then
    return query select e.id from emergency_access e
      where e.clinic_id = app_clinic() and e.request_key = p_request_key and e.person_id = app_person()
        and e.client_id = p_client;
    return;
  end if;
  insert into emergency_notice (id, clinic_id, client_id, access_id, therapist_id)
  select gen_random_uuid(), l.clinic_id, l.client_id, made, l.therapist_id
  from caseload l where l.client_id = p_client and l.until is null;
  insert into audit_event (kind, code, action, client_id, entity, entity_id)
  values ('act', 'EMERGENCY_OPENED', 'C', p_client, 'emergency_access', made);
  return query select made;
end $$;

-- The caller's own access, with how it stands. While it is open the record is visible to this transaction, and that it was
-- read is in the log.
create function open_in_emergency(p_access uuid)
  returns table (client_id uuid, name text, birth_date date, language text, closed boolean, since timestamptz, email text,
    phone text, therapists text[], reason text, opened_at timestamptz, over_at timestamptz, open boolean)
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
#variable_conflict use_column
declare
  held emergency_access;
  stands boolean;
begin
  select e.* into held from emergency_access e
    where e.id = p_access and e.person_id = app_person() and e.clinic_id = app_clinic() and e.role = app_role();
  if held.id is null then
    return;
  end if;
  stands := held.ended_at is null and clock_timestamp() < held.closes_at;
  perform set_config('app.purpose', 'emergency', true), set_config('app.reason', held.reason, true);
  if stands and (app_client() is distinct from held.client_id or app_scope() is distinct from 'BREAK_GLASS') then
    perform set_config('app.client', held.client_id::text, true), set_config('app.scope', 'BREAK_GLASS', true);
    insert into audit_event (kind, code, action, client_id, entity, entity_id)
    values ('act', 'EMERGENCY_READ', 'R', held.client_id, 'emergency_access', held.id);
  end if;
  return query select c.id, c.name, c.birth_date, c.language, c.closed_at is not null,
      (select min(l.since) from caseload l where l.client_id = c.id and l.until is null),
      case when stands then c.email end, case when stands then c.phone end,
      array(select t.name from caseload l join person t on t.id = l.therapist_id
        where l.client_id = c.id and l.until is null order by l.since),
      held.reason, held.opened_at, coalesce(held.ended_at, held.closes_at), stands
    from client c where c.id = held.client_id;
end $$;

-- Ends the caller's own access before its time; says whose record it was, nobody's where it was over already.
create function end_emergency(p_access uuid) returns uuid
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  of_client uuid;
begin
  update emergency_access e set ended_at = least(clock_timestamp(), e.closes_at), version = e.version + 1
  where e.id = p_access and e.person_id = app_person() and e.clinic_id = app_clinic() and e.role = app_role()
    and e.ended_at is null and clock_timestamp() < e.closes_at
  returning e.client_id into of_client;
  if of_client is not null then
    perform set_config('app.purpose', 'emergency', true);
    insert into audit_event (kind, code, action, client_id, entity, entity_id)
    values ('act', 'EMERGENCY_ENDED', 'U', of_client, 'emergency_access', p_access);
  end if;
  return of_client;
end $$;

create function treats(p_therapist uuid, p_client uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select exists (select from caseload l where l.therapist_id = p_therapist and l.client_id = p_client and l.until is null)
$$;
revoke execute on function treats(uuid, uuid) from public;

-- What the caller was told of emergencies, as long as the caller treats the client; what is unread first.
create function emergency_notices(p_most integer)
  returns table (id uuid, client_id uuid, client text, person text, role text, reason text, opened_at timestamptz,
    over_at timestamptz, open boolean, read_at timestamptz)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select n.id, n.client_id, c.name, p.name, e.role, e.reason, e.opened_at, coalesce(e.ended_at, e.closes_at),
    e.ended_at is null and clock_timestamp() < e.closes_at, n.read_at
  from emergency_notice n
  join emergency_access e on e.id = n.access_id
  join client c on c.id = n.client_id
  join person p on p.id = e.person_id
  where n.therapist_id = app_person() and n.clinic_id = app_clinic() and app_role() = 'THERAPIST'
    and treats(n.therapist_id, n.client_id)
  order by n.read_at is not null, e.opened_at desc, n.id limit p_most
$$;

-- The caller has read a notice; says whose record it is about, nobody's where it is not the caller's or was read before.
create function read_emergency_notice(p_notice uuid) returns uuid
language sql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
  update emergency_notice n set read_at = clock_timestamp(), version = n.version + 1
  where n.id = p_notice and n.therapist_id = app_person() and n.clinic_id = app_clinic() and app_role() = 'THERAPIST'
    and n.read_at is null and treats(n.therapist_id, n.client_id)
  returning n.client_id
$$;

-- A page's frame shows that there is something of this kind to read.
drop function roles_of(text);
create function roles_of(p_sub text) returns table (role text, name text, language text, clinic text, notices integer)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select r.role, p.name, p.language, k.name,
    (select count(*)::integer from emergency_notice n where n.therapist_id = p.id and n.read_at is null
      and treats(n.therapist_id, n.client_id))
  from person p join clinic k on k.clinic_id = p.clinic_id
    join person_role r on r.person_id = p.id and r.until is null
  where p.sub = p_sub and p.disabled_at is null
$$;

revoke execute on function find_in_emergency(text, date), break_glass(uuid, uuid, text, uuid), open_in_emergency(uuid),
  end_emergency(uuid), emergency_notices(integer), read_emergency_notice(uuid), roles_of(text) from public;
grant execute on function find_in_emergency(text, date), break_glass(uuid, uuid, text, uuid), open_in_emergency(uuid),
  end_emergency(uuid), emergency_notices(integer), read_emergency_notice(uuid), roles_of(text) to trellis_app;

-- What may be read then. Nothing may be written, and neither drafts nor process notes are among it.
create policy read_in_emergency on assignment for select to trellis_app
  using (clinic_id = (select app_clinic()) and client_id = (select app_client()) and (select app_scope()) = 'BREAK_GLASS');
create policy read_in_emergency on score for select to trellis_app
  using (clinic_id = (select app_clinic()) and client_id = (select app_client()) and (select app_scope()) = 'BREAK_GLASS');
create policy read_in_emergency on session for select to trellis_app
  using (clinic_id = (select app_clinic()) and client_id = (select app_client()) and (select app_scope()) = 'BREAK_GLASS');
create policy read_in_emergency on session_note for select to trellis_app
  using (clinic_id = (select app_clinic()) and client_id = (select app_client()) and (select app_scope()) = 'BREAK_GLASS'
    and signed_at is not null);
create policy read_in_emergency on note_addendum for select to trellis_app
  using (clinic_id = (select app_clinic()) and client_id = (select app_client()) and (select app_scope()) = 'BREAK_GLASS');
create policy read_in_emergency on belief for select to trellis_app
  using (clinic_id = (select app_clinic()) and client_id = (select app_client()) and (select app_scope()) = 'BREAK_GLASS');
create policy read_in_emergency on conviction for select to trellis_app
  using (clinic_id = (select app_clinic()) and client_id = (select app_client()) and (select app_scope()) = 'BREAK_GLASS');
create policy read_in_emergency on goal for select to trellis_app
  using (clinic_id = (select app_clinic()) and client_id = (select app_client()) and (select app_scope()) = 'BREAK_GLASS');
create policy read_in_emergency on goal_scale for select to trellis_app
  using (clinic_id = (select app_clinic()) and client_id = (select app_client()) and (select app_scope()) = 'BREAK_GLASS');
create policy read_in_emergency on goal_rating for select to trellis_app
  using (clinic_id = (select app_clinic()) and client_id = (select app_client()) and (select app_scope()) = 'BREAK_GLASS');
create policy read_in_emergency on supporter for select to trellis_app
  using (clinic_id = (select app_clinic()) and client_id = (select app_client()) and (select app_scope()) = 'BREAK_GLASS');
create policy read_in_emergency on supporter_state for select to trellis_app
  using (clinic_id = (select app_clinic()) and client_id = (select app_client()) and (select app_scope()) = 'BREAK_GLASS');

-- Who else did something in the record is not part of it; an administrator reads the log as ever.
alter policy seen_by on audit_event
  using (clinic_id = (select app_clinic())
    and (actor_id = (select app_person())
      or (entity is distinct from 'process_note'
        and ((select app_role()) = 'ADMINISTRATOR'
          or (client_id = (select app_client()) and (select app_scope()) is distinct from 'BREAK_GLASS')))));
