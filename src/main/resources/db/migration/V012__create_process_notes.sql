-- Process notes: what a therapist writes about the work with a client for nobody else, sealed with a key that is not here.

create table process_note (
  id uuid primary key,
  clinic_id uuid not null,
  client_id uuid not null,
  author_id uuid not null,
  ciphertext bytea not null check (length(ciphertext) between 33 and 400000 and get_byte(ciphertext, 0) = 1),
  last_key uuid,
  begun_at timestamptz not null,
  saved_at timestamptz not null,
  request_key uuid not null,
  version bigint not null default 0,
  unique (author_id, request_key),
  foreign key (client_id, clinic_id) references client (id, clinic_id),
  foreign key (author_id, clinic_id) references person (id, clinic_id)
);
create index process_note_of_author on process_note (client_id, author_id, begun_at);
alter table process_note alter column ciphertext set storage external;
comment on column process_note.ciphertext is 'Sealed by Tink: 1, the name of the key (4 bytes), nonce, text, tag; bound to id, client, clinic and author.';
comment on column process_note.last_key is 'The idempotency key of the last save: its retry changes nothing. Null while nothing was written.';

-- A process note stays with its client and its author, whoever asks, and nothing is written of a closed case.
create function guard_process_note() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if tg_op = 'DELETE' then
    raise exception 'a process note is never deleted' using errcode = 'object_not_in_prerequisite_state';
  end if;
  if tg_op = 'UPDATE' and (new.id, new.clinic_id, new.client_id, new.author_id, new.begun_at, new.request_key)
      is distinct from (old.id, old.clinic_id, old.client_id, old.author_id, old.begun_at, old.request_key) then
    raise exception 'whose process note it is never changes' using errcode = 'object_not_in_prerequisite_state';
  end if;
  if exists (select from client c where c.id = new.client_id and c.closed_at is not null) then
    raise exception 'nothing is written of a closed case' using errcode = 'object_not_in_prerequisite_state';
  end if;
  return new;
end $$;
create trigger guarded before insert or update or delete on process_note
  for each row execute function guard_process_note();
create trigger never_emptied before truncate on process_note
  for each statement execute function refuse_change_of_note();

-- Whether each note was sealed with one of these keys, by their names in hexadecimal digits. It says no more than that.
create function process_notes_open_with(p_keys text[]) returns boolean
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select not exists (select from process_note where encode(substr(ciphertext, 2, 4), 'hex') <> all (p_keys))
$$;
revoke execute on function guard_process_note(), process_notes_open_with(text[]) from public;
grant execute on function process_notes_open_with(text[]) to trellis_app;

alter table process_note enable row level security;
alter table process_note force row level security;
create policy owner_all on process_note to trellis_owner using (true) with check (true);

-- The author's alone, and only while the author treats the client.
create policy of_author on process_note for select to trellis_app
  using (client_id = (select app_client()) and clinic_id = (select app_clinic())
    and (select app_scope()) = 'TREATING' and author_id = (select app_person()));
create policy begun_by_author on process_note for insert to trellis_app
  with check (client_id = (select app_client()) and clinic_id = (select app_clinic())
    and (select app_scope()) = 'TREATING' and author_id = (select app_person()));
create policy written_by_author on process_note for update to trellis_app
  using (client_id = (select app_client()) and clinic_id = (select app_clinic())
    and (select app_scope()) = 'TREATING' and author_id = (select app_person()))
  with check (client_id = (select app_client()) and clinic_id = (select app_clinic())
    and (select app_scope()) = 'TREATING' and author_id = (select app_person()));

grant select, insert, update on process_note to trellis_app;
create trigger row_change after insert or update or delete on process_note
  for each row execute function record_row_change('id', 'client_id');

-- Events of process notes, acts and rows alike, are seen by who acted, who is the author; by nobody else.
drop policy seen_by on audit_event;
create policy seen_by on audit_event for select to trellis_app
  using (clinic_id = (select app_clinic())
    and (actor_id = (select app_person())
      or (entity is distinct from 'process_note'
        and ((select app_role()) = 'ADMINISTRATOR' or client_id = (select app_client())))));
