-- What happened in a client's life, beside which the course of a treatment is read.

create table life_event (
  id uuid primary key,
  clinic_id uuid not null,
  client_id uuid not null,
  happened_on date not null,
  words text not null check (length(words) between 1 and 200),
  noted_by uuid not null,
  noted_at timestamptz not null,
  withdrawn_by uuid,
  withdrawn_at timestamptz,
  request_key uuid not null,
  version bigint not null default 0,
  unique (clinic_id, request_key),
  foreign key (client_id, clinic_id) references client (id, clinic_id),
  foreign key (noted_by, clinic_id) references person (id, clinic_id),
  foreign key (withdrawn_by, clinic_id) references person (id, clinic_id),
  check ((withdrawn_by is null) = (withdrawn_at is null))
);
create index life_event_of_client on life_event (client_id, happened_on);
comment on column life_event.withdrawn_at is 'Since when it is no longer shown: it was noted by mistake.';

-- What was noted never changes: it is withdrawn once, and noted anew.
create function guard_life_event() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if tg_op = 'DELETE' then
    raise exception 'a life event is withdrawn, never deleted' using errcode = 'object_not_in_prerequisite_state';
  end if;
  if exists (select from client c where c.id = new.client_id and c.closed_at is not null) then
    raise exception 'nothing is noted in a closed case' using errcode = 'object_not_in_prerequisite_state';
  end if;
  if tg_op = 'INSERT' then
    if new.withdrawn_at is not null then
      raise exception 'a life event begins as one' using errcode = 'object_not_in_prerequisite_state';
    end if;
    return new;
  end if;
  if old.withdrawn_at is not null or new.withdrawn_at is null
      or (new.id, new.clinic_id, new.client_id, new.happened_on, new.words, new.noted_by, new.noted_at,
        new.request_key) is distinct from
        (old.id, old.clinic_id, old.client_id, old.happened_on, old.words, old.noted_by, old.noted_at,
        old.request_key) then
    raise exception 'what was noted never changes' using errcode = 'object_not_in_prerequisite_state';
  end if;
  return new;
end $$;
create trigger guarded before insert or update or delete on life_event
  for each row execute function guard_life_event();
create trigger never_emptied before truncate on life_event
  for each statement execute function refuse_change_of_note();
revoke execute on function guard_life_event() from public;

alter table life_event enable row level security;
alter table life_event force row level security;
create policy owner_all on life_event to trellis_owner using (true) with check (true);
create policy of_opened_client on life_event for select to trellis_app
  using (client_id = (select app_client()) and clinic_id = (select app_clinic())
    and (select app_scope()) in ('TREATING', 'SUPERVISING'));
create policy noted_by_therapist on life_event for insert to trellis_app
  with check (client_id = (select app_client()) and clinic_id = (select app_clinic())
    and (select app_scope()) = 'TREATING' and noted_by = (select app_person()));
create policy withdrawn_by_therapist on life_event for update to trellis_app
  using (client_id = (select app_client()) and clinic_id = (select app_clinic()) and (select app_scope()) = 'TREATING')
  with check (client_id = (select app_client()) and clinic_id = (select app_clinic())
    and (select app_scope()) = 'TREATING' and withdrawn_by = (select app_person()));

grant select, insert, update on life_event to trellis_app;
create trigger row_change after insert or update or delete on life_event
  for each row execute function record_row_change('id', 'client_id');
