-- Clients, who treats whom, and the one door to a client's record.

create table client (
  id uuid primary key,
  clinic_id uuid not null references clinic,
  person_id uuid,
  name text not null check (length(name) between 1 and 200),
  name_key text collate "C" not null,
  birth_date date,
  email text,
  phone text,
  language text not null,
  registered_by uuid not null,
  registered_at timestamptz not null,
  closed_at timestamptz,
  request_key uuid not null,
  version bigint not null default 0,
  unique (id, clinic_id),
  unique (clinic_id, request_key),
  unique (person_id),
  foreign key (person_id, clinic_id) references person (id, clinic_id)
);
comment on column client.name_key is 'The name folded for sorting and searching: lower case, without accents.';
create index client_by_name on client (clinic_id, name_key, id);

create table caseload (
  id uuid primary key,
  clinic_id uuid not null,
  client_id uuid not null,
  therapist_id uuid not null,
  since timestamptz not null,
  until timestamptz check (until >= since),
  assigned_by uuid not null,
  version bigint not null default 0,
  foreign key (client_id, clinic_id) references client (id, clinic_id),
  foreign key (therapist_id, clinic_id) references person (id, clinic_id)
);
create unique index caseload_current on caseload (client_id, therapist_id) where until is null;
create index caseload_of_therapist on caseload (therapist_id, client_id) where until is null;

-- May this caller see this client's record, and in which scope? Null: no.
create function access_to(p_client uuid) returns text
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select case
    when app_role() = 'CLIENT' then
      (select 'OWN' from client c
        where c.id = p_client and c.clinic_id = app_clinic() and c.person_id = app_person())
    when app_role() = 'THERAPIST' then coalesce(
      (select 'TREATING' from caseload l
        where l.client_id = p_client and l.therapist_id = app_person() and l.until is null
          and l.clinic_id = app_clinic()),
      (select 'SUPERVISING' from caseload l
        join supervision s on s.supervisee_id = l.therapist_id and s.until is null
        where l.client_id = p_client and l.until is null and s.supervisor_id = app_person()
          and l.clinic_id = app_clinic() and s.clinic_id = l.clinic_id limit 1))
    when app_role() = 'ADMINISTRATOR' then
      (select 'ADMINISTRATIVE' from client c where c.id = p_client and c.clinic_id = app_clinic())
  end
$$;

create function supervises(p_therapist uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select app_role() = 'THERAPIST' and exists (
    select from supervision s where s.supervisor_id = app_person() and s.supervisee_id = p_therapist
      and s.until is null and s.clinic_id = app_clinic())
$$;

-- Opens one client for this transaction: checks, records, and lets the policies show the record.
-- No clinical row is visible before. Opening the same client twice in a transaction is one opening.
create function open_client(p_client uuid, p_purpose text)
  returns table (scope text, name text, birth_date date, language text, closed boolean, since timestamptz)
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  found_scope text := access_to(p_client);
begin
  if found_scope is null then
    return;
  end if;
  if app_client() is distinct from p_client or app_scope() is distinct from found_scope then
    perform set_config('app.client', p_client::text, true),
            set_config('app.scope', found_scope, true),
            set_config('app.purpose', p_purpose, true);
    insert into audit_event (kind, code, action, client_id, entity, entity_id)
    values ('act', 'CLIENT_OPENED', 'R', p_client, 'client', p_client);
  end if;
  return query select found_scope, c.name, c.birth_date, c.language, c.closed_at is not null,
      (select min(l.since) from caseload l where l.client_id = c.id and l.until is null)
    from client c where c.id = p_client;
end $$;

-- The first statement of every transaction: who is asking, in which role, from where.
-- Returns no row, and leaves no context, where that person may not act in that role.
create function begin_context(p_sub text, p_role text, p_session text, p_address text, p_request uuid)
  returns table (person_id uuid, clinic_id uuid, name text, language text, time_zone text, client_id uuid, demo boolean,
    clinic text, therapists text[], supervisee_ids uuid[], supervisee_names text[])
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
#variable_conflict use_column
declare
  who record;
begin
  select p.id, p.clinic_id, p.name, p.language, k.time_zone, k.demo, k.name as clinic,
      case when p_role = 'CLIENT' then (select c.id from client c where c.person_id = p.id) end as client
    into who
    from person p
    join clinic k on k.clinic_id = p.clinic_id
    join person_role r on r.person_id = p.id and r.role = p_role and r.until is null
    where p.sub = p_sub and p.disabled_at is null
    order by p.created_at limit 1;
  if who.id is null or (p_role = 'CLIENT' and who.client is null) then
    perform set_config('app.person', '', true), set_config('app.clinic', '', true),
            set_config('app.role', '', true), set_config('app.client', '', true),
            set_config('app.scope', '', true), set_config('app.actor', '', true),
            set_config('app.request', '', true);
    return;
  end if;
  perform set_config('app.person', who.id::text, true),
          set_config('app.clinic', who.clinic_id::text, true),
          set_config('app.role', p_role, true),
          set_config('app.actor', p_sub, true),
          set_config('app.client', coalesce(who.client::text, ''), true),
          set_config('app.scope', case when who.client is null then '' else 'OWN' end, true),
          set_config('app.session', p_session, true),
          set_config('app.address', p_address, true),
          set_config('app.request', p_request::text, true),
          set_config('app.purpose', case p_role when 'THERAPIST' then 'treatment'
              when 'CLIENT' then 'own' else 'administration' end, true),
          set_config('app.reason', '', true);
  return query select who.id, who.clinic_id, who.name, who.language, who.time_zone, who.client, who.demo,
    who.clinic, array(select t.name from caseload l join person t on t.id = l.therapist_id
      where l.client_id = who.client and l.until is null order by l.since),
    array(select t.id from supervision s join person t on t.id = s.supervisee_id
      where p_role = 'THERAPIST' and s.supervisor_id = who.id and s.until is null order by t.name, t.id),
    array(select t.name from supervision s join person t on t.id = s.supervisee_id
      where p_role = 'THERAPIST' and s.supervisor_id = who.id and s.until is null order by t.name, t.id);
end $$;

-- The roles a person holds now, for the check of an address before its page runs, and what a page's frame shows.
create function roles_of(p_sub text) returns table (role text, name text, language text, clinic text)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select r.role, p.name, p.language, k.name from person p join clinic k on k.clinic_id = p.clinic_id
    join person_role r on r.person_id = p.id and r.until is null
  where p.sub = p_sub and p.disabled_at is null
$$;

revoke execute on function open_client(uuid, text), begin_context(text, text, text, text, uuid), roles_of(text),
  access_to(uuid), supervises(uuid) from public;
grant execute on function open_client(uuid, text), begin_context(text, text, text, text, uuid), roles_of(text),
  access_to(uuid), supervises(uuid) to trellis_app;

alter table client enable row level security;
alter table client force row level security;
alter table caseload enable row level security;
alter table caseload force row level security;
create policy owner_all on client to trellis_owner using (true) with check (true);
create policy owner_all on caseload to trellis_owner using (true) with check (true);

create policy seen_by on client for select to trellis_app
  using (clinic_id = (select app_clinic())
    and ((select app_role()) = 'ADMINISTRATOR' or id = (select app_client())));
create policy registered_by_administrators on client for insert to trellis_app
  with check (clinic_id = (select app_clinic()) and (select app_role()) = 'ADMINISTRATOR');
create policy kept_by_administrators on client for update to trellis_app
  using (clinic_id = (select app_clinic()) and (select app_role()) = 'ADMINISTRATOR')
  with check (clinic_id = (select app_clinic()) and (select app_role()) = 'ADMINISTRATOR');

create policy seen_by on caseload for select to trellis_app
  using (clinic_id = (select app_clinic())
    and ((select app_role()) = 'ADMINISTRATOR' or therapist_id = (select app_person())
      or client_id = (select app_client())));
create policy assigned_by_administrators on caseload for insert to trellis_app
  with check (clinic_id = (select app_clinic()) and (select app_role()) = 'ADMINISTRATOR');
create policy ended_by_administrators on caseload for update to trellis_app
  using (clinic_id = (select app_clinic()) and (select app_role()) = 'ADMINISTRATOR')
  with check (clinic_id = (select app_clinic()) and (select app_role()) = 'ADMINISTRATOR');

grant select, insert, update on client, caseload to trellis_app;

create trigger row_change after insert or update or delete on client
  for each row execute function record_row_change('id', 'id');
create trigger row_change after insert or update or delete on caseload
  for each row execute function record_row_change('id', 'client_id');
