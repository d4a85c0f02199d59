-- Staff are invited: they are in Trellis's tables at once, then get an account at the identity provider, then a mail from
-- it. Each step can fail where another system is away, so each is written down, and done again from where it stopped.

create table invitation (
  id uuid primary key,
  clinic_id uuid not null references clinic,
  person_id uuid not null unique,
  invited_by uuid not null,
  invited_at timestamptz not null,
  account_at timestamptz,
  tried_at timestamptz,
  mailed_at timestamptz,
  trouble text check (trouble in ('PROVIDER', 'MAIL', 'REFUSED', 'TAKEN')),
  request_key uuid not null,
  unique (clinic_id, request_key),
  foreign key (person_id, clinic_id) references person (id, clinic_id),
  foreign key (invited_by, clinic_id) references person (id, clinic_id),
  check (mailed_at is null or account_at is not null)
);
comment on table invitation is 'How far somebody who was invited has come.';
comment on column invitation.account_at is 'Since when the identity provider has the account; until then person.sub stands for it and lets nobody in.';
comment on column invitation.tried_at is 'When somebody last went on with it.';
comment on column invitation.mailed_at is 'When the identity provider last took a mail to send.';
comment on column invitation.trouble is
  'What stopped the last try: PROVIDER, the identity provider was away; MAIL, it could not send; REFUSED, it takes no such name or address; TAKEN, the address is somebody''s.';

alter table invitation enable row level security;
alter table invitation force row level security;
create policy owner_all on invitation to trellis_owner using (true) with check (true);
create trigger row_change after insert or update or delete on invitation
  for each row execute function record_row_change('id', '');

create function administers() returns boolean
language sql stable set search_path = pg_catalog, public, pg_temp as $$
  select app_role() = 'ADMINISTRATOR' and app_clinic() is not null and app_person() is not null
$$;

-- Whoever has signed in has accepted; null until then.
create index sign_in_by_sub on sign_in (sub, began_at);
create function first_sign_in(p_sub text) returns timestamptz
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select min(s.began_at) from sign_in s where s.sub = p_sub
$$;

-- The staff of the caller's clinic, whoever was disabled last.
create function staff_of_clinic() returns table (
  id uuid, name text, email text, roles text[], disabled_at timestamptz, invited_at timestamptz, mailed_at timestamptz,
  accepted_at timestamptz, trouble text, tried_at timestamptz, self boolean)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select p.id, p.name, p.email,
    (select coalesce(array_agg(r.role order by r.role), '{}') from person_role r
      where r.person_id = p.id and r.until is null and r.role <> 'CLIENT'),
    p.disabled_at, i.invited_at, i.mailed_at, first_sign_in(p.sub), i.trouble, i.tried_at, p.id = app_person()
  from person p left join invitation i on i.person_id = p.id
  where administers() and p.clinic_id = app_clinic() and p.staff
  order by p.disabled_at is not null, lower(p.name), p.id
$$;

-- Writes somebody down who is to work here. Null where one of the clinic's staff has the address, but for who was disabled
-- before there was an account; the same key again gives the same person.
create function invite_staff(p_person uuid, p_name text, p_email text, p_language text, p_roles text[], p_key uuid)
returns uuid language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  known uuid;
begin
  if not administers() then
    raise exception 'only an administrator invites' using errcode = 'insufficient_privilege';
  end if;
  if p_roles = '{}' or not p_roles <@ array['THERAPIST', 'ADMINISTRATOR'] then
    raise exception 'staff are therapists, administrators or both' using errcode = 'check_violation';
  end if;
  perform pg_advisory_xact_lock(hashtextextended('invite ' || app_clinic(), 0));
  select i.person_id into known from invitation i where i.clinic_id = app_clinic() and i.request_key = p_key;
  if known is not null then
    return known;
  end if;
  if exists (select from person p where p.clinic_id = app_clinic() and p.staff and lower(p.email) = lower(p_email)
      and not (p.disabled_at is not null and p.sub = 'invited:' || p.id)) then
    return null;
  end if;
  insert into person (id, clinic_id, sub, staff, name, email, language)
    values (p_person, app_clinic(), 'invited:' || p_person, true, p_name, p_email, p_language);
  insert into person_role (clinic_id, person_id, role) select app_clinic(), p_person, unnest(p_roles);
  insert into invitation (id, clinic_id, person_id, invited_by, invited_at, request_key)
    values (gen_random_uuid(), app_clinic(), p_person, app_person(), clock_timestamp(), p_key);
  return p_person;
end $$;

-- How many clients somebody of the staff treats now, and how many of them nobody else does.
create function caseload_of_staff(p_person uuid) returns table (treats integer, alone integer)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select count(*)::integer, (count(*) filter (where not exists (select from caseload o
    join person x on x.id = o.therapist_id and x.disabled_at is null
    where o.client_id = l.client_id and o.until is null and o.therapist_id <> p_person)))::integer
  from caseload l join client c on c.id = l.client_id
  where administers() and l.clinic_id = app_clinic() and l.therapist_id = p_person and l.until is null
    and c.closed_at is null
$$;

-- What the next try takes; nothing where the person is not one of the clinic's staff. Who was never invited has accepted.
-- No try is due where another is at it until this transaction ends, or where a mail was sent within the last minute.
create function invitation_of(p_person uuid)
returns table (name text, email text, language text, sub text, accepted_at timestamptz, disabled_at timestamptz, due boolean)
language sql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
  select p.name, p.email, p.language, case when i.account_at is not null then p.sub end,
    case when i.id is null then p.created_at else first_sign_in(p.sub) end, p.disabled_at,
    pg_try_advisory_xact_lock(hashtextextended('invite ' || p.id, 0))
      and (i.trouble is not null or i.mailed_at is null or i.mailed_at < clock_timestamp() - interval '1 minute')
  from person p left join invitation i on i.person_id = p.id
  where administers() and p.clinic_id = app_clinic() and p.staff and p.id = p_person
$$;

-- How far a try came: the account's identity where there is one, and what stopped it, where something did.
create function keep_invitation(p_person uuid, p_sub text, p_trouble text) returns void
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
    where p.id = p_person and p.clinic_id = app_clinic() and p.staff and p.sub <> p_sub
      and exists (select from invitation i where i.person_id = p.id) and first_sign_in(p.sub) is null;
  end if;
  update invitation i set trouble = p_trouble, tried_at = clock_timestamp(),
    account_at = case when p_sub is not null then coalesce(i.account_at, clock_timestamp()) else i.account_at end,
    mailed_at = case when p_trouble is null then clock_timestamp() else i.mailed_at end
  where i.person_id = p_person and i.clinic_id = app_clinic();
end $$;

-- Ends or gives back all that somebody of the staff may do here; nobody does it to oneself, and two administrators do not
-- do it to each other at one moment. False where there is no such person.
create function disable_staff(p_person uuid, p_disabled boolean) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if not administers() then
    raise exception 'only an administrator disables' using errcode = 'insufficient_privilege';
  end if;
  if p_person = app_person() then
    raise exception 'nobody disables oneself' using errcode = 'check_violation';
  end if;
  perform pg_advisory_xact_lock(hashtextextended('staff ' || app_clinic(), 0));
  if not exists (select from person p where p.id = app_person() and p.disabled_at is null) then
    raise exception 'whoever was disabled meanwhile disables nobody' using errcode = 'insufficient_privilege';
  end if;
  perform from person p where p.id = p_person and p.clinic_id = app_clinic() and p.staff for update;
  if not found then
    return false;
  end if;
  update person p set disabled_at = case when p_disabled then clock_timestamp() end, version = p.version + 1
  where p.id = p_person and (p.disabled_at is not null) is distinct from p_disabled;
  return true;
end $$;

revoke execute on function administers(), staff_of_clinic(), invite_staff(uuid, text, text, text, text[], uuid),
  invitation_of(uuid), caseload_of_staff(uuid), keep_invitation(uuid, text, text), disable_staff(uuid, boolean), first_sign_in(text) from public;
grant execute on function administers(), staff_of_clinic(), invite_staff(uuid, text, text, text, text[], uuid),
  invitation_of(uuid), caseload_of_staff(uuid), keep_invitation(uuid, text, text), disable_staff(uuid, boolean)
  to trellis_app;
