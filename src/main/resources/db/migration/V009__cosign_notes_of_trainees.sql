-- What a trainee signs waits for the supervisor, who cosigns it or sends it back with a remark.

alter table supervision add column trainee boolean not null default false;
comment on column supervision.trainee is 'Whether the supervisee''s signed notes wait for this supervisor to cosign them.';

alter table session_note
  add column cosign_wanted boolean not null default false,
  add column cosigned_at timestamptz,
  add column cosigned_by uuid,
  add foreign key (cosigned_by, clinic_id) references person (id, clinic_id),
  add check ((cosigned_at is null) = (cosigned_by is null)),
  add check (cosigned_at is null or (signed_at is not null and cosign_wanted and cosigned_by <> signed_by));
create index session_note_to_cosign on session_note (author_id, signed_at) where cosign_wanted and cosigned_at is null;
comment on column session_note.cosign_wanted is 'Whether its author was a trainee when it was signed; written by the database.';

-- Each time a note was sent back: by whom, why, and what had been signed, so that nothing signed is ever lost.
create table note_return (
  id uuid primary key,
  clinic_id uuid not null,
  client_id uuid not null,
  note_id uuid not null,
  returned_by uuid not null,
  returned_at timestamptz not null,
  remark text not null check (length(remark) between 1 and 2000),
  sections jsonb not null,
  signed_at timestamptz not null,
  signed_by uuid not null,
  content_hash bytea not null check (length(content_hash) = 32),
  foreign key (note_id, client_id, clinic_id) references session_note (id, client_id, clinic_id),
  foreign key (returned_by, clinic_id) references person (id, clinic_id),
  foreign key (signed_by, clinic_id) references person (id, clinic_id)
);
create index note_return_of_note on note_return (note_id, returned_at);

create function is_trainee(p_person uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select exists (select from supervision s where s.supervisee_id = p_person and s.trainee and s.until is null)
$$;

-- Whether the caller supervises this therapist in training.
create function cosigns_for(p_author uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select app_role() = 'THERAPIST' and exists (
    select from supervision s where s.supervisor_id = app_person() and s.supervisee_id = p_author
      and s.trainee and s.until is null and s.clinic_id = app_clinic())
$$;

-- A note stays with its session and author. Signed it never changes, whoever asks, but for two acts of the
-- supervisor of its author while it waits: cosigning, which is final, and sending back, which is on record first.
create or replace function guard_note() returns trigger
language plpgsql set search_path = pg_catalog, public, pg_temp as $$
declare
  review constant text[] := array['cosigned_at', 'cosigned_by', 'version'];
  unsigned constant text[] := array['signed_at', 'signed_by', 'content_hash', 'cosign_wanted', 'version'];
begin
  if tg_op = 'UPDATE' and old.signed_at is not null and old.cosign_wanted and old.cosigned_at is null then
    if new.cosigned_at is not null and to_jsonb(new) - review = to_jsonb(old) - review
        and new.cosigned_by = app_person() and cosigns_for(old.author_id) then
      return new;
    end if;
    if new.signed_at is null and to_jsonb(new) - unsigned = to_jsonb(old) - unsigned
        and exists (select from note_return r where r.note_id = old.id and r.signed_at = old.signed_at
          and r.content_hash = old.content_hash) then
      new.content_hash := null;
      new.cosign_wanted := false;
      return new;
    end if;
  end if;
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
  new.cosign_wanted := false;
  if new.signed_at is not null then
    if new.sections is distinct from old.sections then
      raise exception 'what is signed is what was saved' using errcode = 'object_not_in_prerequisite_state';
    end if;
    if new.signed_by is distinct from new.author_id then
      raise exception 'only its author signs a note' using errcode = 'insufficient_privilege';
    end if;
    if new.cosigned_at is not null then
      raise exception 'a note is signed before it is cosigned' using errcode = 'object_not_in_prerequisite_state';
    end if;
    new.content_hash := hash_of_note(new);
    new.cosign_wanted := is_trainee(new.author_id);
  end if;
  return new;
end $$;

-- Sending back: only by who cosigns for the author, only while the note waits. What had been signed is copied from
-- the note itself, and then the note is a draft again.
create function guard_new_return() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  note session_note;
begin
  select * into note from session_note n where n.id = new.note_id for update;
  if note.signed_at is null or not note.cosign_wanted or note.cosigned_at is not null then
    raise exception 'only a note that waits for its cosigner is sent back'
      using errcode = 'object_not_in_prerequisite_state';
  end if;
  if new.returned_by is distinct from app_person() or not cosigns_for(note.author_id) then
    raise exception 'only the supervisor of its author sends a note back' using errcode = 'insufficient_privilege';
  end if;
  new.sections := note.sections;
  new.signed_at := note.signed_at;
  new.signed_by := note.signed_by;
  new.content_hash := note.content_hash;
  return new;
end $$;
create trigger of_a_waiting_note before insert on note_return
  for each row execute function guard_new_return();

create function reopen_returned_note() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  update session_note set signed_at = null, signed_by = null, content_hash = null, version = version + 1
  where id = new.note_id;
  return null;
end $$;
create trigger reopens_the_note after insert on note_return
  for each row execute function reopen_returned_note();
create trigger never_changed before update or delete on note_return
  for each row execute function refuse_change_of_note();
create trigger never_emptied before truncate on note_return
  for each statement execute function refuse_change_of_note();

-- What waits for the caller's cosignature, the oldest first; a client is named, no note is read.
create function notes_to_cosign(p_most integer)
  returns table (note_id uuid, client_id uuid, client text, author text, starts_at timestamptz, signed_at timestamptz)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select n.id, n.client_id, c.name, p.name, s.starts_at, n.signed_at
  from supervision v
  join session_note n on n.author_id = v.supervisee_id and n.cosign_wanted and n.cosigned_at is null
  join session s on s.id = n.session_id
  join client c on c.id = n.client_id
  join person p on p.id = n.author_id
  where app_role() = 'THERAPIST' and v.supervisor_id = app_person() and v.trainee and v.until is null
    and n.clinic_id = app_clinic() and v.clinic_id = app_clinic() and access_to(n.client_id) is not null
  order by n.signed_at, n.id limit p_most
$$;

revoke execute on function is_trainee(uuid), cosigns_for(uuid), guard_new_return(), reopen_returned_note(),
  notes_to_cosign(integer) from public;
grant execute on function is_trainee(uuid), cosigns_for(uuid), notes_to_cosign(integer) to trellis_app;

alter table note_return enable row level security;
alter table note_return force row level security;
create policy owner_all on note_return to trellis_owner using (true) with check (true);
create policy of_opened_client on note_return for select to trellis_app
  using (client_id = (select app_client()) and clinic_id = (select app_clinic())
    and (select app_scope()) in ('TREATING', 'SUPERVISING'));
create policy sent_by_supervisor on note_return for insert to trellis_app
  with check (client_id = (select app_client()) and clinic_id = (select app_clinic())
    and returned_by = (select app_person()));
create policy cosigned_by_supervisor on session_note for update to trellis_app
  using (client_id = (select app_client()) and clinic_id = (select app_clinic())
    and signed_at is not null and cosign_wanted and cosigned_at is null and cosigns_for(author_id))
  with check (client_id = (select app_client()) and clinic_id = (select app_clinic())
    and cosigned_by = (select app_person()) and cosigns_for(author_id));

grant select, insert on note_return to trellis_app;
create trigger row_change after insert or update or delete on note_return
  for each row execute function record_row_change('id', 'client_id');
