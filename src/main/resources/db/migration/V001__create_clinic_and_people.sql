-- A clinic, its people, and the context every transaction of the application begins with.
-- Runs as trellis_owner. The roles trellis_app and trellis_sealer exist already (config/postgres/roles.sql).

create extension if not exists pgcrypto;

create table clinic (
  clinic_id uuid primary key,
  name text not null check (length(name) between 1 and 200),
  time_zone text not null,
  language text not null,
  region text not null,
  demo boolean not null default false,
  created_at timestamptz not null default now(),
  version bigint not null default 0
);
comment on column clinic.demo is 'Marks a clinic of invented people. Never set on real data.';

create table person (
  id uuid primary key,
  clinic_id uuid not null references clinic,
  sub text not null,
  staff boolean not null,
  name text not null check (length(name) between 1 and 200),
  email text,
  language text not null,
  disabled_at timestamptz,
  created_at timestamptz not null default now(),
  version bigint not null default 0,
  unique (clinic_id, sub),
  unique (id, clinic_id)
);
create index person_by_sub on person (sub);

create table person_role (
  clinic_id uuid not null,
  person_id uuid not null,
  role text not null check (role in ('THERAPIST', 'ADMINISTRATOR', 'CLIENT')),
  since timestamptz not null default now(),
  until timestamptz check (until > since),
  primary key (person_id, role, since),
  foreign key (person_id, clinic_id) references person (id, clinic_id)
);

create table supervision (
  clinic_id uuid not null,
  supervisor_id uuid not null,
  supervisee_id uuid not null check (supervisee_id <> supervisor_id),
  since timestamptz not null default now(),
  until timestamptz check (until > since),
  primary key (supervisor_id, supervisee_id, since),
  foreign key (supervisor_id, clinic_id) references person (id, clinic_id),
  foreign key (supervisee_id, clinic_id) references person (id, clinic_id)
);
create index supervision_by_supervisee on supervision (supervisee_id);

-- What the policies and triggers read. Each is null where no context was begun.
create function app_person() returns uuid language sql stable parallel safe
  return nullif(current_setting('app.person', true), '')::uuid;
create function app_clinic() returns uuid language sql stable parallel safe
  return nullif(current_setting('app.clinic', true), '')::uuid;
create function app_role() returns text language sql stable parallel safe
  return nullif(current_setting('app.role', true), '');
create function app_client() returns uuid language sql stable parallel safe
  return nullif(current_setting('app.client', true), '')::uuid;
create function app_scope() returns text language sql stable parallel safe
  return nullif(current_setting('app.scope', true), '');
create function app_actor() returns text language sql stable parallel safe
  return nullif(current_setting('app.actor', true), '');
create function app_session() returns text language sql stable parallel safe
  return nullif(current_setting('app.session', true), '');
create function app_address() returns text language sql stable parallel safe
  return nullif(current_setting('app.address', true), '');
create function app_request() returns uuid language sql stable parallel safe
  return nullif(current_setting('app.request', true), '')::uuid;
create function app_purpose() returns text language sql stable parallel safe
  return nullif(current_setting('app.purpose', true), '');
create function app_reason() returns text language sql stable parallel safe
  return nullif(current_setting('app.reason', true), '');

-- Named system work: the context of migrations' data steps, of imports and of scheduled jobs.
create function begin_job(p_job text, p_clinic uuid, p_request uuid) returns void
language plpgsql volatile as $$
begin
  perform set_config('app.person', '', true),
          set_config('app.clinic', coalesce(p_clinic::text, ''), true),
          set_config('app.role', 'SYSTEM', true),
          set_config('app.actor', 'system:' || p_job, true),
          set_config('app.client', '', true),
          set_config('app.scope', '', true),
          set_config('app.session', '', true),
          set_config('app.address', '', true),
          set_config('app.request', p_request::text, true),
          set_config('app.purpose', 'system', true),
          set_config('app.reason', '', true);
end $$;
revoke execute on function begin_job(text, uuid, uuid) from public;

alter table clinic enable row level security;
alter table clinic force row level security;
alter table person enable row level security;
alter table person force row level security;
alter table person_role enable row level security;
alter table person_role force row level security;
alter table supervision enable row level security;
alter table supervision force row level security;

create policy owner_all on clinic to trellis_owner using (true) with check (true);
create policy owner_all on person to trellis_owner using (true) with check (true);
create policy owner_all on person_role to trellis_owner using (true) with check (true);
create policy owner_all on supervision to trellis_owner using (true) with check (true);

create policy own_clinic on clinic for select to trellis_app
  using (clinic_id = (select app_clinic()));

-- Staff are known by name in their clinic; a client's account is known to that client and to administrators.
create policy people_of_clinic on person for select to trellis_app
  using (clinic_id = (select app_clinic())
    and (staff or id = (select app_person()) or (select app_role()) = 'ADMINISTRATOR'));

create policy roles_of_clinic on person_role for select to trellis_app
  using (clinic_id = (select app_clinic())
    and (person_id = (select app_person()) or (select app_role()) = 'ADMINISTRATOR'));

create policy supervision_of_clinic on supervision for select to trellis_app
  using (clinic_id = (select app_clinic())
    and ((select app_person()) in (supervisor_id, supervisee_id) or (select app_role()) = 'ADMINISTRATOR'));

grant usage on schema public to trellis_app, trellis_sealer;
grant select on clinic, person, person_role, supervision to trellis_app;
