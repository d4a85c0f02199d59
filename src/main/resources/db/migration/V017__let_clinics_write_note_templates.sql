-- The templates that a clinic makes for its session notes. A note keeps the names of its sections as they were when it
-- was begun, so that a template can change without any note changing.

-- A name, and one to twelve named sections, each with a hint, perhaps empty, and whether it is required.
create function is_note_layout(p_layout jsonb) returns boolean
language sql immutable set search_path = pg_catalog, public, pg_temp as $$
  select coalesce(
    jsonb_typeof(p_layout -> 'name') = 'string' and length(p_layout ->> 'name') between 1 and 80
    and jsonb_typeof(p_layout -> 'sections') = 'array' and jsonb_array_length(p_layout -> 'sections') between 1 and 12
    and (select bool_and(coalesce(jsonb_typeof(s -> 'name') = 'string' and length(s ->> 'name') between 1 and 80
          and jsonb_typeof(s -> 'hint') = 'string' and length(s ->> 'hint') <= 200
          and jsonb_typeof(s -> 'required') = 'boolean', false))
        and count(*) = count(distinct s ->> 'name')
      from jsonb_array_elements(p_layout -> 'sections') s), false)
$$;

create table note_template (
  id uuid primary key,
  clinic_id uuid not null references clinic,
  layout jsonb not null check (is_note_layout(layout)),
  name text not null generated always as (layout ->> 'name') stored,
  made_by uuid not null,
  made_at timestamptz not null,
  changed_at timestamptz not null,
  retired_at timestamptz,
  request_key uuid not null,
  version bigint not null default 0,
  unique (id, clinic_id),
  unique (clinic_id, request_key),
  foreign key (made_by, clinic_id) references person (id, clinic_id)
);
create unique index note_template_name on note_template (clinic_id, lower(name)) where retired_at is null;
comment on column note_template.layout is 'Its name and sections as they are now; a note begun with it keeps a copy.';
comment on column note_template.retired_at is 'Since when it is no longer offered.';

create function guard_note_template() returns trigger
language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  if tg_op <> 'UPDATE' then
    raise exception 'a template is retired, never deleted' using errcode = 'object_not_in_prerequisite_state';
  end if;
  if old.retired_at is not null then
    raise exception 'a retired template stays as it is' using errcode = 'object_not_in_prerequisite_state';
  end if;
  if (new.id, new.clinic_id, new.made_by, new.made_at, new.request_key) is distinct from
     (old.id, old.clinic_id, old.made_by, old.made_at, old.request_key) then
    raise exception 'where a template comes from never changes' using errcode = 'object_not_in_prerequisite_state';
  end if;
  return new;
end $$;
create trigger guarded before update or delete on note_template
  for each row execute function guard_note_template();
create trigger never_emptied before truncate on note_template
  for each statement execute function guard_note_template();

alter table note_template enable row level security;
alter table note_template force row level security;
create policy owner_all on note_template to trellis_owner using (true) with check (true);
create policy of_own_clinic on note_template for select to trellis_app
  using (clinic_id = (select app_clinic()) and (select app_role()) in ('THERAPIST', 'ADMINISTRATOR'));
create policy made_by_administrator on note_template for insert to trellis_app
  with check (clinic_id = (select app_clinic()) and (select app_role()) = 'ADMINISTRATOR'
    and made_by = (select app_person()));
create policy changed_by_administrators on note_template for update to trellis_app
  using (clinic_id = (select app_clinic()) and (select app_role()) = 'ADMINISTRATOR')
  with check (clinic_id = (select app_clinic()) and (select app_role()) = 'ADMINISTRATOR');
grant select, insert, update on note_template to trellis_app;
create trigger row_change after insert or update or delete on note_template
  for each row execute function record_row_change('id', '');

-- A note is written in one of the usual forms, by its name, or in a clinic's own, by its id and with its layout.
alter table session_note add column layout jsonb;
comment on column session_note.layout is 'The template''s name and sections when the note was begun; null in a usual form.';

-- Twelve sections of 100,000 units, as JSON writes them.
alter table session_note
  drop constraint session_note_sections_check,
  add constraint session_note_sections_check
    check (jsonb_typeof(sections) = 'object' and length(sections::text) <= 3000000);

create or replace function guard_new_note() returns trigger
language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  if new.signed_at is not null then
    raise exception 'a note begins as a draft' using errcode = 'object_not_in_prerequisite_state';
  end if;
  if new.layout is null and new.template not in ('DAP', 'SOAP', 'BIRP', 'FREE') or new.layout is not null
      and not exists (select from note_template t where t.id::text = new.template and t.clinic_id = new.clinic_id
        and t.retired_at is null and t.layout = new.layout) then
    raise exception 'a note is begun with a template that is offered' using errcode = 'check_violation';
  end if;
  return new;
end $$;

create function refuse_other_layout() returns trigger language plpgsql as $$
begin
  raise exception 'a note keeps the sections that it was begun with' using errcode = 'object_not_in_prerequisite_state';
end $$;
create trigger keeps_its_layout before update on session_note
  for each row when (old.layout is distinct from new.layout) execute function refuse_other_layout();

-- What a signed note said; in a clinic's own form also how its sections were named. In a usual form it is as before.
create or replace function hash_of_note(note session_note) returns bytea
language sql immutable set search_path = pg_catalog, public, pg_temp as $$
  select sha256(convert_to((jsonb_build_array(note.id, note.clinic_id, note.client_id, note.session_id, note.author_id,
      note.template, note.sections, extract(epoch from note.signed_at), note.signed_by)
    || case when note.layout is null then '[]' else jsonb_build_array(note.layout) end)::text, 'UTF8'))
$$;
