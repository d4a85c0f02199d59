-- The goals to begin with that a clinic writes beside those that are there. A goal keeps no tie with what it began
-- with, so that a starter can change or be retired without any goal changing.

create table goal_starter (
  id uuid primary key,
  clinic_id uuid not null references clinic,
  focus text not null check (focus in ('HELP', 'SOLITUDE', 'VULNERABILITY', 'PERFECTIONISM', 'INTIMACY', 'DOES_ALL_ALONE',
    'CANNOT_ASK', 'REFUSES_OFFERS', 'TRUSTS_NOBODYS_WORK', 'OVERWORKS', 'DECIDES_ALONE', 'TAKES_ALL_ON')),
  words text not null check (length(words) between 1 and 200),
  particulars text check (length(particulars) between 1 and 500),
  made_by uuid not null,
  made_at timestamptz not null,
  changed_at timestamptz not null,
  retired_at timestamptz,
  request_key uuid not null,
  version bigint not null default 0,
  unique (clinic_id, request_key),
  foreign key (made_by, clinic_id) references person (id, clinic_id)
);
create unique index goal_starter_words on goal_starter (clinic_id, lower(words)) where retired_at is null;
comment on column goal_starter.words is 'The goal as a client might say it.';
comment on column goal_starter.particulars is 'What exactly; null where nothing more is said.';
comment on column goal_starter.retired_at is 'Since when it is no longer offered.';

create function guard_goal_starter() returns trigger
language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  if tg_op <> 'UPDATE' then
    raise exception 'a starter is retired, never deleted' using errcode = 'object_not_in_prerequisite_state';
  end if;
  if old.retired_at is not null then
    raise exception 'a retired starter stays as it is' using errcode = 'object_not_in_prerequisite_state';
  end if;
  if (new.id, new.clinic_id, new.made_by, new.made_at, new.request_key) is distinct from
     (old.id, old.clinic_id, old.made_by, old.made_at, old.request_key) then
    raise exception 'where a starter comes from never changes' using errcode = 'object_not_in_prerequisite_state';
  end if;
  return new;
end $$;
create trigger guarded before update or delete on goal_starter
  for each row execute function guard_goal_starter();
create trigger never_emptied before truncate on goal_starter
  for each statement execute function guard_goal_starter();

alter table goal_starter enable row level security;
alter table goal_starter force row level security;
create policy owner_all on goal_starter to trellis_owner using (true) with check (true);
create policy of_own_clinic on goal_starter for select to trellis_app
  using (clinic_id = (select app_clinic()) and (select app_role()) in ('THERAPIST', 'ADMINISTRATOR'));
create policy made_by_administrator on goal_starter for insert to trellis_app
  with check (clinic_id = (select app_clinic()) and (select app_role()) = 'ADMINISTRATOR'
    and made_by = (select app_person()) and retired_at is null);
create policy changed_by_administrators on goal_starter for update to trellis_app
  using (clinic_id = (select app_clinic()) and (select app_role()) = 'ADMINISTRATOR')
  with check (clinic_id = (select app_clinic()) and (select app_role()) = 'ADMINISTRATOR');
grant select, insert, update on goal_starter to trellis_app;
create trigger row_change after insert or update or delete on goal_starter
  for each row execute function record_row_change('id', '');
