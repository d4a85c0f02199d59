-- What the administrators of a clinic look for in its log again and again, under names of their own. A filter holds
-- what an address of the review holds and finds nothing by itself, so it names nobody: who and about whom are ids.

create table saved_filter (
  id uuid primary key,
  clinic_id uuid not null references clinic,
  name text not null check (length(name) between 1 and 80),
  recent text check (recent in ('TODAY', 'WEEK', 'MONTH', 'QUARTER')),
  first_day date,
  last_day date,
  by_person uuid,
  about_client uuid,
  kind text check (kind in ('LOOKED', 'ADDED', 'CHANGED', 'OTHER')),
  outcome text check (outcome in ('DONE', 'REFUSED', 'FAILED')),
  kept_by uuid not null,
  kept_at timestamptz not null,
  removed_at timestamptz,
  request_key uuid not null,
  unique (clinic_id, request_key),
  foreign key (kept_by, clinic_id) references person (id, clinic_id),
  check (recent is null or num_nonnulls(first_day, last_day) = 0),
  check (num_nonnulls(recent, first_day, last_day, by_person, about_client, kind, outcome) > 0)
);
create unique index saved_filter_name on saved_filter (clinic_id, lower(name)) where removed_at is null;
comment on table saved_filter is 'A question to the log that the administrators of a clinic keep.';
comment on column saved_filter.recent is 'The last days up to the day of asking; null for the days that stand beside it.';
comment on column saved_filter.by_person is 'Who acted; null for anybody.';
comment on column saved_filter.about_client is 'About whom; null for anybody.';
comment on column saved_filter.removed_at is 'Since when it is no longer shown.';

create function guard_saved_filter() returns trigger
language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  if tg_op <> 'UPDATE' then
    raise exception 'a saved filter is removed, never deleted' using errcode = 'object_not_in_prerequisite_state';
  end if;
  if old.removed_at is not null or to_jsonb(new) - 'removed_at' <> to_jsonb(old) - 'removed_at' then
    raise exception 'of a saved filter nothing changes, but that it is removed once'
      using errcode = 'object_not_in_prerequisite_state';
  end if;
  return new;
end $$;
create trigger guarded before update or delete on saved_filter
  for each row execute function guard_saved_filter();
create trigger never_emptied before truncate on saved_filter
  for each statement execute function guard_saved_filter();

alter table saved_filter enable row level security;
alter table saved_filter force row level security;
create policy owner_all on saved_filter to trellis_owner using (true) with check (true);
create policy of_own_clinic on saved_filter for select to trellis_app
  using (clinic_id = (select app_clinic()) and (select app_role()) = 'ADMINISTRATOR');
create policy kept_by_administrator on saved_filter for insert to trellis_app
  with check (clinic_id = (select app_clinic()) and (select app_role()) = 'ADMINISTRATOR'
    and kept_by = (select app_person()) and removed_at is null);
create policy removed_by_administrators on saved_filter for update to trellis_app
  using (clinic_id = (select app_clinic()) and (select app_role()) = 'ADMINISTRATOR')
  with check (clinic_id = (select app_clinic()) and (select app_role()) = 'ADMINISTRATOR');
grant select, insert, update on saved_filter to trellis_app;
create trigger row_change after insert or update or delete on saved_filter
  for each row execute function record_row_change('id', '');
