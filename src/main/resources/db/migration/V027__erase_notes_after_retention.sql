-- Erasure: once a clinic need not keep a note any longer, a job replaces its text by a tombstone. Nothing else may
-- ever replace the text of a signed note.

alter table clinic add column keeps_notes_years smallint not null default 10 check (keeps_notes_years between 1 and 100);
comment on column clinic.keeps_notes_years is
  'For so many years after a case was closed its notes are kept; afterwards they may be erased.';
alter table session_note
  add column erased_at timestamptz,
  add check (erased_at is null or (signed_at is not null and sections = '{}'));
comment on column session_note.erased_at is
  'Since when the text is gone; the hash of what was signed stays. Null while the text is there.';

-- Whether this client's notes need not be kept any longer.
create function retention_over(p_client uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select exists (select from client c join clinic k on k.clinic_id = c.clinic_id
    where c.id = p_client and c.closed_at < now() - make_interval(years => k.keeps_notes_years))
$$;

-- Whether a change of a note is its erasure: by a job and no person, after the time, to the tombstone and nothing else.
create function erases_note(p_old session_note, p_new session_note) returns boolean
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select app_person() is null and p_old.signed_at is not null and p_old.erased_at is null
    and p_new.erased_at is not null and p_new.sections = '{}' and p_new.copied = '{}'
    and to_jsonb(p_new) - array['sections', 'copied', 'erased_at', 'version']
      = to_jsonb(p_old) - array['sections', 'copied', 'erased_at', 'version']
    and retention_over(p_old.client_id)
$$;
create function erases_addendum(p_old note_addendum, p_new note_addendum) returns boolean
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select app_person() is null and p_new.reason = '—' and p_new.body = '—'
    and to_jsonb(p_new) - array['reason', 'body'] = to_jsonb(p_old) - array['reason', 'body']
    and exists (select from session_note n where n.id = p_old.note_id and n.erased_at is not null)
$$;
create function erases_return(p_old note_return, p_new note_return) returns boolean
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select app_person() is null and p_new.remark = '—' and p_new.sections = '{}'
    and to_jsonb(p_new) - array['remark', 'sections'] = to_jsonb(p_old) - array['remark', 'sections']
    and exists (select from session_note n where n.id = p_old.note_id and n.erased_at is not null)
$$;

create function refuse_tombstone() returns trigger language plpgsql as $$
begin
  raise exception 'a note is erased by a job, once it need not be kept any longer'
    using errcode = 'object_not_in_prerequisite_state';
end $$;
create trigger begins_with_its_text before insert on session_note
  for each row when (new.erased_at is not null) execute function refuse_tombstone();
create trigger erased_by_a_job before update on session_note
  for each row when (new.erased_at is distinct from old.erased_at and not erases_note(old, new))
  execute function refuse_tombstone();

-- The guards as before, but for the erasure.
drop trigger guarded on session_note;
create trigger guarded before update on session_note
  for each row when (not erases_note(old, new)) execute function guard_note();
create trigger never_deleted before delete on session_note for each row execute function guard_note();
drop trigger never_changed on note_addendum;
create trigger never_changed before update on note_addendum
  for each row when (not erases_addendum(old, new)) execute function refuse_change_of_note();
create trigger never_deleted before delete on note_addendum for each row execute function refuse_change_of_note();
drop trigger never_changed on note_return;
create trigger never_changed before update on note_return
  for each row when (not erases_return(old, new)) execute function refuse_change_of_note();
create trigger never_deleted before delete on note_return for each row execute function refuse_change_of_note();

-- Erases a note with all that was added to it or signed before it was sent back, and the words it was found by.
create function erase_note(p_note uuid) returns void
language plpgsql volatile set search_path = pg_catalog, public, pg_temp as $$
begin
  update session_note set sections = '{}', copied = '{}', erased_at = now(), version = version + 1 where id = p_note;
  if not found then
    raise exception 'no such note' using errcode = 'no_data_found';
  end if;
  update note_addendum set reason = '—', body = '—' where note_id = p_note;
  update note_return set remark = '—', sections = '{}' where note_id = p_note;
  perform index_note(p_note);
end $$;

revoke execute on function retention_over(uuid), erases_note(session_note, session_note),
  erases_addendum(note_addendum, note_addendum), erases_return(note_return, note_return), refuse_tombstone(),
  erase_note(uuid) from public;
grant execute on function erases_note(session_note, session_note), erases_addendum(note_addendum, note_addendum),
  erases_return(note_return, note_return) to trellis_app;
