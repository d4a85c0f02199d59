-- Clients are invited to the portal as staff are to work here: written down first, then an account at the identity
-- provider, then a mail. Until somebody has signed in by it, the address can be put right.

-- What the next try takes, of one of the staff or of a client; nothing where there is no such person, or for a client who
-- was not invited. Who was never invited and can sign in has accepted.
-- No try is due where another is at it until this transaction ends, or where a mail was sent within the last minute.
drop function invitation_of(uuid);
create function invitation_of(p_staff uuid, p_client uuid)
returns table (id uuid, staff boolean, name text, email text, language text, sub text, accepted_at timestamptz,
  disabled_at timestamptz, due boolean)
language sql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
  select p.id, p.staff, p.name, p.email, p.language, case when i.account_at is not null then p.sub end,
    case when i.id is null then p.created_at else first_sign_in(p.sub) end, p.disabled_at,
    pg_try_advisory_xact_lock(hashtextextended('invite ' || p.id, 0))
      and (i.trouble is not null or i.mailed_at is null or i.mailed_at < clock_timestamp() - interval '1 minute')
  from person p left join invitation i on i.person_id = p.id
  where administers() and p.clinic_id = app_clinic()
    and (p.staff and p.id = p_staff
      or p.id = (select c.person_id from client c where c.id = p_client and c.id = app_client()))
$$;

-- How far a try came, for clients too.
create or replace function keep_invitation(p_person uuid, p_sub text, p_trouble text) returns void
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if not administers() then
    raise exception 'only an administrator invites' using errcode = 'insufficient_privilege';
  end if;
  if p_sub is not null then
    if exists (select from person o where o.sub = p_sub and o.id <> p_person) then
      raise exception 'an identity is one person''s' using errcode = 'unique_violation';
    end if;
    update person p set sub = p_sub, version = p.version + 1
    where p.id = p_person and p.clinic_id = app_clinic() and p.sub <> p_sub
      and exists (select from invitation i where i.person_id = p.id) and first_sign_in(p.sub) is null;
  end if;
  update invitation i set trouble = p_trouble, tried_at = clock_timestamp(),
    account_at = case when p_sub is not null then coalesce(i.account_at, clock_timestamp()) else i.account_at end,
    mailed_at = case when p_trouble is null then clock_timestamp() else i.mailed_at end
  where i.person_id = p_person and i.clinic_id = app_clinic();
end $$;

-- How far the client whose record is open has come. The address is that by which the client signs in or is to; what the
-- clinic knows of otherwise stands beside it.
create function portal_of_client(p_client uuid)
returns table (name text, email text, contact text, invited_at timestamptz, mailed_at timestamptz, accepted_at timestamptz,
  trouble text, tried_at timestamptz, ended_at timestamptz)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select c.name, p.email, c.email, i.invited_at, i.mailed_at,
    case when p.id is null then null when i.id is null then p.created_at else first_sign_in(p.sub) end, i.trouble,
    i.tried_at, p.disabled_at
  from client c left join person p on p.id = c.person_id left join invitation i on i.person_id = p.id
  where administers() and c.clinic_id = app_clinic() and c.id = p_client and c.id = app_client()
$$;

-- Writes down that the client whose record is open is invited; puts the address right of one who has not signed in yet; or
-- begins anew where the access was ended. The client stays the same person, so that what the client rated stays the
-- client's, and no earlier account opens anything: what was reached with it counts for nothing. The answer is INVITED;
-- SAME, where nothing was to be done; TAKEN, where somebody else of the clinic has the address; BUSY, while a mail is on
-- its way; CLOSED, where the work has ended.
create function invite_client(p_client uuid, p_person uuid, p_email text) returns text
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  whose client;
  known person;
begin
  if not administers() or app_client() is distinct from p_client then
    raise exception 'only an administrator invites' using errcode = 'insufficient_privilege';
  end if;
  perform pg_advisory_xact_lock(hashtextextended('invite ' || app_clinic(), 0));
  select * into strict whose from client c where c.id = p_client and c.clinic_id = app_clinic() for update;
  if whose.closed_at is not null then
    return 'CLOSED';
  end if;
  if exists (select from person p where p.clinic_id = app_clinic() and lower(p.email) = lower(p_email)
      and p.disabled_at is null and p.id is distinct from whose.person_id) then
    return 'TAKEN';
  end if;
  if whose.person_id is null then
    insert into person (id, clinic_id, sub, staff, name, email, language)
      values (p_person, app_clinic(), 'invited:' || p_person, false, whose.name, p_email, whose.language);
    insert into person_role (clinic_id, person_id, role) values (app_clinic(), p_person, 'CLIENT');
    insert into invitation (id, clinic_id, person_id, invited_by, invited_at, request_key)
      values (gen_random_uuid(), app_clinic(), p_person, app_person(), clock_timestamp(), gen_random_uuid());
  else
    if not pg_try_advisory_xact_lock(hashtextextended('invite ' || whose.person_id, 0)) then
      return 'BUSY';
    end if;
    select * into strict known from person p where p.id = whose.person_id for update;
    if known.disabled_at is null and (lower(known.email) = lower(p_email)
        or not exists (select from invitation i where i.person_id = known.id)
        or first_sign_in(known.sub) is not null) then
      return 'SAME';
    end if;
    update person p set email = p_email, sub = 'invited:' || p.id, disabled_at = null, version = p.version + 1
      where p.id = known.id;
    insert into invitation (id, clinic_id, person_id, invited_by, invited_at, request_key)
      values (gen_random_uuid(), app_clinic(), known.id, app_person(), clock_timestamp(), gen_random_uuid())
      on conflict (person_id) do update set account_at = null, mailed_at = null, trouble = null,
        invited_by = excluded.invited_by, invited_at = excluded.invited_at;
  end if;
  update client c set person_id = coalesce(c.person_id, p_person), email = p_email, version = c.version + 1
  where c.id = p_client;
  return 'INVITED';
end $$;

-- Ends or gives back what the client whose record is open may do in the portal. The answer is DONE; SAME, where nothing was
-- to be done; TAKEN, where somebody else has the address by now.
create function end_portal(p_client uuid, p_ended boolean) returns text
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  whose client;
begin
  if not administers() or app_client() is distinct from p_client then
    raise exception 'only an administrator ends' using errcode = 'insufficient_privilege';
  end if;
  perform pg_advisory_xact_lock(hashtextextended('invite ' || app_clinic(), 0));
  select * into strict whose from client c where c.id = p_client and c.clinic_id = app_clinic() for update;
  if not p_ended and exists (select from person p join person o on lower(o.email) = lower(p.email) and o.id <> p.id
      where p.id = whose.person_id and o.clinic_id = app_clinic() and o.disabled_at is null) then
    return 'TAKEN';
  end if;
  update person p set disabled_at = case when p_ended then clock_timestamp() end, version = p.version + 1
  where p.id = whose.person_id and (p.disabled_at is not null) is distinct from p_ended;
  return case when found then 'DONE' else 'SAME' end;
end $$;

revoke execute on function invitation_of(uuid, uuid), portal_of_client(uuid), invite_client(uuid, uuid, text),
  end_portal(uuid, boolean) from public;
grant execute on function invitation_of(uuid, uuid), portal_of_client(uuid), invite_client(uuid, uuid, text),
  end_portal(uuid, boolean) to trellis_app;
