-- The 5P formulation: how a client's difficulties are understood, in versions that never change. A version is
-- written whole, in one transaction, with its entries; each entry may lead to a belief of the same client.

create table formulation (
  id uuid primary key,
  clinic_id uuid not null,
  client_id uuid not null,
  number integer not null check (number >= 1),
  entries smallint not null check (entries between 1 and 40),
  remark text check (length(remark) between 1 and 300),
  written_by uuid not null,
  written_at timestamptz not null,
  request_key uuid not null,
  unique (id, client_id, clinic_id),
  unique (client_id, number),
  unique (clinic_id, request_key),
  foreign key (client_id, clinic_id) references client (id, clinic_id),
  foreign key (written_by, clinic_id) references person (id, clinic_id)
);
comment on column formulation.number is 'The version: 1 is the first of this client, and none is left out.';
comment on column formulation.entries is 'How many entries it was written with; it takes no more and has no fewer.';

create table formulation_entry (
  id uuid primary key,
  clinic_id uuid not null,
  client_id uuid not null,
  formulation_id uuid not null,
  line uuid not null,
  part text not null check (part in ('PRESENTING', 'PREDISPOSING', 'PRECIPITATING', 'PERPETUATING', 'PROTECTIVE')),
  place smallint not null check (place between 1 and 8),
  words text not null check (length(words) between 1 and 500),
  age smallint check (age between 0 and 120),
  belief_id uuid,
  unique (formulation_id, part, place),
  unique (formulation_id, line),
  foreign key (formulation_id, client_id, clinic_id) references formulation (id, client_id, clinic_id),
  foreign key (belief_id, client_id, clinic_id) references belief (id, client_id, clinic_id),
  check (age is null or part in ('PREDISPOSING', 'PRECIPITATING'))
);
create index formulation_entry_of_belief on formulation_entry (belief_id) where belief_id is not null;
comment on column formulation_entry.line is 'Which entry this is: the same from version to version, so that a change is seen.';
comment on column formulation_entry.age is 'How old the client was when it happened, in years.';

-- The number of the version that stands, 0 without. Whoever asks holds it until the transaction ends, so that of
-- two who write at once the later one learns of the earlier.
create function latest_formulation(p_client uuid) returns integer
language plpgsql volatile set search_path = pg_catalog, public, pg_temp as $$
begin
  perform pg_advisory_xact_lock(hashtextextended(p_client::text, 16));
  return coalesce((select max(f.number) from formulation f where f.client_id = p_client), 0);
end $$;

-- A version follows the one that stands; a closed case takes none from a person.
create function guard_new_formulation() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if new.number <> latest_formulation(new.client_id) + 1 then
    raise exception 'a version follows the one that stands' using errcode = 'object_not_in_prerequisite_state';
  end if;
  if app_person() is not null
      and exists (select from client c where c.id = new.client_id and c.closed_at is not null) then
    raise exception 'a closed case takes no formulation' using errcode = 'object_not_in_prerequisite_state';
  end if;
  return new;
end $$;
create trigger follows_the_latest before insert on formulation
  for each row execute function guard_new_formulation();

-- No entry is added to a version that has all of its own.
create function guard_new_formulation_entry() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if (select count(*) from formulation_entry e where e.formulation_id = new.formulation_id)
      >= (select f.entries from formulation f where f.id = new.formulation_id) then
    raise exception 'a version stays as it was written' using errcode = 'object_not_in_prerequisite_state';
  end if;
  return new;
end $$;
create trigger of_an_unfinished_version before insert on formulation_entry
  for each row execute function guard_new_formulation_entry();

-- And none is missing when the transaction ends that wrote it.
create function require_formulation_entries() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if (select count(*) from formulation_entry e where e.formulation_id = new.id) <> new.entries then
    raise exception 'a version is written whole' using errcode = 'object_not_in_prerequisite_state';
  end if;
  return null;
end $$;
create constraint trigger written_whole after insert on formulation deferrable initially deferred
  for each row execute function require_formulation_entries();

revoke execute on function guard_new_formulation(), guard_new_formulation_entry(), require_formulation_entries()
  from public;

create trigger never_changed before update or delete on formulation
  for each row execute function refuse_change_of_note();
create trigger never_emptied before truncate on formulation for each statement execute function refuse_change_of_note();
create trigger never_changed before update or delete on formulation_entry
  for each row execute function refuse_change_of_note();
create trigger never_emptied before truncate on formulation_entry
  for each statement execute function refuse_change_of_note();

alter table formulation enable row level security;
alter table formulation force row level security;
alter table formulation_entry enable row level security;
alter table formulation_entry force row level security;
create policy owner_all on formulation to trellis_owner using (true) with check (true);
create policy owner_all on formulation_entry to trellis_owner using (true) with check (true);
create policy of_opened_client on formulation for select to trellis_app
  using (client_id = (select app_client()) and clinic_id = (select app_clinic())
    and (select app_scope()) in ('TREATING', 'SUPERVISING'));
create policy written_by_therapist on formulation for insert to trellis_app
  with check (client_id = (select app_client()) and clinic_id = (select app_clinic())
    and (select app_scope()) = 'TREATING' and written_by = (select app_person()));
create policy of_opened_client on formulation_entry for select to trellis_app
  using (client_id = (select app_client()) and clinic_id = (select app_clinic())
    and (select app_scope()) in ('TREATING', 'SUPERVISING'));
create policy written_by_therapist on formulation_entry for insert to trellis_app
  with check (client_id = (select app_client()) and clinic_id = (select app_clinic())
    and (select app_scope()) = 'TREATING');

grant select, insert on formulation, formulation_entry to trellis_app;
create trigger row_change after insert or update or delete on formulation
  for each row execute function record_row_change('id', 'client_id');
create trigger row_change after insert or update or delete on formulation_entry
  for each row execute function record_row_change('id', 'client_id');
