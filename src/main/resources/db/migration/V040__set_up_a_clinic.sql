-- The first start of a real installation: while there is no clinic, and until its first administrator has signed in, the
-- application may make one and invite that administrator. It asks for a token that only the server's console tells.

-- Who was written down as the first administrator and has not signed in yet; null once somebody has, or where there is none.
create function first_administrator() returns uuid
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select i.person_id from invitation i join person p on p.id = i.person_id
  where i.invited_by = i.person_id and first_sign_in(p.sub) is null and (select count(*) from person) = 1
$$;

-- EMPTY, while there is no clinic; INVITED, until its first administrator has signed in; OVER.
create function set_up_state() returns text
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select case when not exists (select from clinic) then 'EMPTY' when first_administrator() is not null then 'INVITED'
    else 'OVER' end
$$;

-- Makes the clinic and writes its first administrator down, or puts right what was written down; what was reached with
-- another address counts for nothing. The answer is DONE; OVER, where somebody works here already; BUSY, while a mail is on
-- its way.
create function set_up_clinic(p_clinic uuid, p_name text, p_zone text, p_language text, p_region text, p_person uuid,
  p_person_name text, p_email text, p_address text) returns text
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  known record;
begin
  lock table clinic in share row exclusive mode;
  select p.id, p.clinic_id, lower(p.email) = lower(p_email) as same into known
    from person p where p.id = first_administrator();
  if known.id is null and exists (select from clinic) then
    return 'OVER';
  end if;
  if known.id is not null and not pg_try_advisory_xact_lock(hashtextextended('invite ' || known.id, 0)) then
    return 'BUSY';
  end if;
  perform begin_job('set-up', coalesce(known.clinic_id, p_clinic), gen_random_uuid()),
    set_config('app.address', p_address, true);
  if known.id is null then
    insert into clinic (clinic_id, name, time_zone, language, region)
      values (p_clinic, p_name, p_zone, p_language, p_region);
    insert into person (id, clinic_id, sub, staff, name, email, language)
      values (p_person, p_clinic, 'invited:' || p_person, true, p_person_name, p_email, p_language);
    insert into person_role (clinic_id, person_id, role) values (p_clinic, p_person, 'ADMINISTRATOR');
    insert into invitation (id, clinic_id, person_id, invited_by, invited_at, request_key)
      values (gen_random_uuid(), p_clinic, p_person, p_person, clock_timestamp(), gen_random_uuid());
  else
    update clinic c set name = p_name, time_zone = p_zone, language = p_language, region = p_region,
        version = c.version + 1
      where c.clinic_id = known.clinic_id;
    update person p set name = p_person_name, email = p_email, language = p_language,
        sub = case when known.same then p.sub else 'invited:' || p.id end, version = p.version + 1
      where p.id = known.id;
    if not known.same then
      update invitation i set account_at = null, mailed_at = null, trouble = null where i.person_id = known.id;
    end if;
  end if;
  insert into audit_event (kind, code, action, entity, entity_id)
    values ('act', 'CLINIC_SET_UP', case when known.id is null then 'C' else 'U' end, 'clinic',
      coalesce(known.clinic_id, p_clinic));
  return 'DONE';
end $$;

-- Acts as the first administrator for one transaction, which is what invites that one. Null where somebody works here.
create function begin_set_up(p_address text, p_request uuid) returns uuid
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  first record;
begin
  select p.id, p.clinic_id into first from person p where p.id = first_administrator();
  if first.id is null then
    return null;
  end if;
  perform set_config('app.person', first.id::text, true),
          set_config('app.clinic', first.clinic_id::text, true),
          set_config('app.role', 'ADMINISTRATOR', true),
          set_config('app.actor', 'system:set-up', true),
          set_config('app.client', '', true),
          set_config('app.scope', '', true),
          set_config('app.session', '', true),
          set_config('app.address', p_address, true),
          set_config('app.request', p_request::text, true),
          set_config('app.purpose', 'administration', true),
          set_config('app.reason', '', true);
  return first.id;
end $$;

revoke execute on function first_administrator(), set_up_state(),
  set_up_clinic(uuid, text, text, text, text, uuid, text, text, text), begin_set_up(text, uuid) from public;
grant execute on function set_up_state(), set_up_clinic(uuid, text, text, text, text, uuid, text, text, text),
  begin_set_up(text, uuid) to trellis_app;
