-- Sessions, the note of each, and what is added to a note after it was signed.

create table session (
  id uuid primary key,
  clinic_id uuid not null,
  client_id uuid not null,
  held_by uuid not null,
  starts_at timestamptz not null,
  minutes smallint not null check (minutes between 5 and 480),
  place text not null check (place in ('PRACTICE', 'VIDEO', 'PHONE', 'ELSEWHERE')),
  attendance text not null check (attendance in ('ATTENDED', 'CANCELLED', 'NO_SHOW')),
  present text check (length(present) <= 200),
  created_at timestamptz not null,
  request_key uuid not null,
  version bigint not null default 0,
  unique (id, client_id, clinic_id),
  unique (clinic_id, request_key),
  foreign key (client_id, clinic_id) references client (id, clinic_id),
  foreign key (held_by, clinic_id) references person (id, clinic_id)
);
create index session_of_client on session (client_id, starts_at);
comment on column session.present is 'Who was there besides the client and the therapist, as one line.';

create table session_note (
  id uuid primary key,
  clinic_id uuid not null,
  client_id uuid not null,
  session_id uuid not null,
  author_id uuid not null,
  template text not null,
  sections jsonb not null default '{}' check (jsonb_typeof(sections) = 'object' and length(sections::text) <= 400000),
  copied text[] not null default '{}',
  last_key uuid,
  saved_at timestamptz not null,
  saved_by uuid not null,
  signed_at timestamptz,
  signed_by uuid,
  content_hash bytea check (length(content_hash) = 32),
  created_at timestamptz not null,
  version bigint not null default 0,
  unique (id, client_id, clinic_id),
  unique (session_id),
  foreign key (session_id, client_id, clinic_id) references session (id, client_id, clinic_id),
  foreign key (author_id, clinic_id) references person (id, clinic_id),
  check ((signed_at is null) = (signed_by is null) and (signed_at is null) = (content_hash is null))
);
create index session_note_of_client on session_note (client_id, created_at);
comment on column session_note.sections is 'Text by the code of its section in the template.';
comment on column session_note.copied is 'Sections that were copied from an earlier note and not edited since.';
comment on column session_note.last_key is 'The idempotency key of the last save: its retry changes nothing and is answered alike.';
comment on column session_note.content_hash is 'SHA-256 by hash_of_note(), written by the database when the note is signed.';

create table note_addendum (
  id uuid primary key,
  clinic_id uuid not null,
  client_id uuid not null,
  note_id uuid not null,
  author_id uuid not null,
  added_at timestamptz not null,
  reason text not null check (length(reason) between 1 and 200),
  body text not null check (length(body) between 1 and 20000),
  request_key uuid not null,
  unique (clinic_id, request_key),
  foreign key (note_id, client_id, clinic_id) references session_note (id, client_id, clinic_id),
  foreign key (author_id, clinic_id) references person (id, clinic_id)
);
create index note_addendum_of_note on note_addendum (note_id, added_at);

-- What a signed note said: who, of which session, by which template, every section, when and by whom signed.
create function hash_of_note(note session_note) returns bytea
language sql immutable set search_path = pg_catalog, public, pg_temp as $$
  select sha256(convert_to(jsonb_build_array(note.id, note.clinic_id, note.client_id, note.session_id, note.author_id,
    note.template, note.sections, extract(epoch from note.signed_at), note.signed_by)::text, 'UTF8'))
$$;

-- A note stays with its session and author. Signed it never changes, whoever asks; the hash is the database's own.
create function guard_note() returns trigger
language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  if old.signed_at is not null then
    raise exception 'a signed note never changes' using errcode = 'object_not_in_prerequisite_state';
  end if;
  if tg_op = 'DELETE' then
    raise exception 'a note is never deleted' using errcode = 'object_not_in_prerequisite_state';
  end if;
  if (new.id, new.clinic_id, new.client_id, new.session_id, new.author_id, new.template, new.created_at)
      is distinct from
     (old.id, old.clinic_id, old.client_id, old.session_id, old.author_id, old.template, old.created_at) then
    raise exception 'what a note is about never changes' using errcode = 'object_not_in_prerequisite_state';
  end if;
  if new.signed_at is not null then
    if new.sections is distinct from old.sections then
      raise exception 'what is signed is what was saved' using errcode = 'object_not_in_prerequisite_state';
    end if;
    if new.signed_by is distinct from new.author_id then
      raise exception 'only its author signs a note' using errcode = 'insufficient_privilege';
    end if;
    new.content_hash := hash_of_note(new);
  end if;
  return new;
end $$;
create trigger guarded before update or delete on session_note
  for each row execute function guard_note();

create function guard_new_note() returns trigger
language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  if new.signed_at is not null then
    raise exception 'a note begins as a draft' using errcode = 'object_not_in_prerequisite_state';
  end if;
  return new;
end $$;
create trigger begins_as_draft before insert on session_note
  for each row execute function guard_new_note();

create function refuse_change_of_note() returns trigger language plpgsql as $$
begin
  raise exception 'what was added to a record stays' using errcode = 'object_not_in_prerequisite_state';
end $$;
create trigger never_emptied before truncate on session_note
  for each statement execute function refuse_change_of_note();
create trigger never_changed before update or delete on note_addendum
  for each row execute function refuse_change_of_note();
create trigger never_emptied before truncate on note_addendum
  for each statement execute function refuse_change_of_note();

create function guard_new_addendum() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if not exists (select from session_note n where n.id = new.note_id and n.signed_at is not null) then
    raise exception 'only a signed note takes an addendum' using errcode = 'object_not_in_prerequisite_state';
  end if;
  return new;
end $$;
create trigger to_a_signed_note before insert on note_addendum
  for each row execute function guard_new_addendum();

revoke execute on function guard_new_addendum(), hash_of_note(session_note) from public;
grant execute on function hash_of_note(session_note) to trellis_app;

alter table session enable row level security;
alter table session force row level security;
alter table session_note enable row level security;
alter table session_note force row level security;
alter table note_addendum enable row level security;
alter table note_addendum force row level security;
create policy owner_all on session to trellis_owner using (true) with check (true);
create policy owner_all on session_note to trellis_owner using (true) with check (true);
create policy owner_all on note_addendum to trellis_owner using (true) with check (true);

-- Clinical rows are those of the one client that this transaction opened; a draft is the treating therapists' alone.
create policy of_opened_client on session for select to trellis_app
  using (client_id = (select app_client()) and clinic_id = (select app_clinic())
    and (select app_scope()) in ('TREATING', 'SUPERVISING'));
create policy held_by_therapist on session for insert to trellis_app
  with check (client_id = (select app_client()) and clinic_id = (select app_clinic())
    and (select app_scope()) = 'TREATING' and held_by = (select app_person()));

create policy of_opened_client on session_note for select to trellis_app
  using (client_id = (select app_client()) and clinic_id = (select app_clinic())
    and ((select app_scope()) = 'TREATING' or ((select app_scope()) = 'SUPERVISING' and signed_at is not null)));
create policy begun_by_author on session_note for insert to trellis_app
  with check (client_id = (select app_client()) and clinic_id = (select app_clinic())
    and (select app_scope()) = 'TREATING' and author_id = (select app_person()) and saved_by = (select app_person()));
create policy written_by_therapists on session_note for update to trellis_app
  using (client_id = (select app_client()) and clinic_id = (select app_clinic()) and (select app_scope()) = 'TREATING')
  with check (client_id = (select app_client()) and clinic_id = (select app_clinic()) and (select app_scope()) = 'TREATING'
    and (signed_by is null or signed_by = (select app_person())));

create policy of_opened_client on note_addendum for select to trellis_app
  using (client_id = (select app_client()) and clinic_id = (select app_clinic())
    and (select app_scope()) in ('TREATING', 'SUPERVISING'));
create policy added_by_author on note_addendum for insert to trellis_app
  with check (client_id = (select app_client()) and clinic_id = (select app_clinic())
    and (select app_scope()) = 'TREATING' and author_id = (select app_person()));

grant select, insert on session, note_addendum to trellis_app;
grant select, insert, update on session_note to trellis_app;

create trigger row_change after insert or update or delete on session
  for each row execute function record_row_change('id', 'client_id');
create trigger row_change after insert or update or delete on session_note
  for each row execute function record_row_change('id', 'client_id');
create trigger row_change after insert or update or delete on note_addendum
  for each row execute function record_row_change('id', 'client_id');
