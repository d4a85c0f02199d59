-- An answer stays with the assignment and the item that it was given to. The lock of V004 looked at
-- the row as it would become, so that a sent answer could be moved away to an open assignment; and it
-- took answers to what was withdrawn.

create or replace function refuse_change_after_submission() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  given answer := case when tg_op = 'DELETE' then old else new end;
begin
  if tg_op = 'UPDATE' and (new.assignment_id, new.item, new.client_id, new.clinic_id)
      is distinct from (old.assignment_id, old.item, old.client_id, old.clinic_id) then
    raise exception 'an answer stays where it was given' using errcode = 'object_not_in_prerequisite_state';
  end if;
  if exists (select from assignment a where a.id = given.assignment_id and a.submitted_at is not null) then
    raise exception 'answers are locked once sent' using errcode = 'object_not_in_prerequisite_state';
  end if;
  if tg_op <> 'DELETE' and exists (
      select from assignment a where a.id = given.assignment_id and a.withdrawn_at is not null) then
    raise exception 'what was withdrawn takes no answer' using errcode = 'object_not_in_prerequisite_state';
  end if;
  return given;
end $$;
