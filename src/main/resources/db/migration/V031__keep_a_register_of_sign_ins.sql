-- Where a person is signed in now, so that each session can be ended from elsewhere: by the identity provider, which says
-- that its own has ended, or by that person on another device. A session that has ended here opens nothing any more.

create table sign_in (
  id uuid primary key,
  clinic_id uuid,
  sub text not null,
  session_hash text not null unique,
  provider_session text,
  role text not null,
  address text not null,
  device text not null check (length(device) <= 100),
  began_at timestamptz not null default now(),
  seen_at timestamptz not null default now(),
  ended_at timestamptz,
  ended_by text check (ended_by in ('PERSON', 'ELSEWHERE', 'PROVIDER', 'REPLACED')),
  check ((ended_at is null) = (ended_by is null))
);
create index sign_in_open on sign_in (sub) where ended_at is null;
create index sign_in_provider on sign_in (provider_session);
comment on column sign_in.session_hash is 'The same as in the audit log; the session''s secret is not kept.';
comment on column sign_in.provider_session is 'The sid of the identity provider, which one browser''s sessions share.';

alter table sign_in enable row level security;
alter table sign_in force row level security;
create policy owner_all on sign_in to trellis_owner using (true) with check (true);

-- Begins one. Where the provider's session was ended here before, whoever comes back with it must have given the password
-- again since: false, and nothing is begun.
create function begin_sign_in(p_id uuid, p_sub text, p_session text, p_provider_session text,
    p_authenticated_at timestamptz, p_role text, p_address text, p_device text) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if exists (select from sign_in s where s.provider_session = p_provider_session
      and s.ended_by in ('PERSON', 'ELSEWHERE', 'PROVIDER')
      and (p_authenticated_at is null or p_authenticated_at <= s.ended_at)) then
    return false;
  end if;
  insert into sign_in (id, clinic_id, sub, session_hash, provider_session, role, address, device)
  values (p_id, (select clinic_id from person where sub = p_sub order by created_at limit 1), p_sub, p_session,
    p_provider_session, p_role, p_address, p_device);
  return true;
end $$;

-- Whether a session still stands; a session that does was seen, which is noted once a minute.
create function sign_in_stands(p_sub text, p_session text) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  seen timestamptz;
begin
  select s.seen_at into seen from sign_in s where s.session_hash = p_session and s.sub = p_sub and s.ended_at is null;
  if seen is null then
    return false;
  end if;
  if seen < now() - interval '1 minute' then
    update sign_in set seen_at = now() where session_hash = p_session and ended_at is null;
  end if;
  return true;
end $$;

create function end_sign_in(p_session text, p_how text) returns void
language sql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
  update sign_in set ended_at = clock_timestamp(), ended_by = p_how where session_hash = p_session and ended_at is null
$$;

-- Ends what the provider says has ended: one of its sessions, or where it names none all of that identity. Each is in the
-- log.
create function end_sign_ins_of_provider(p_sub text, p_provider_session text) returns setof text
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  ended record;
begin
  for ended in
    update sign_in s set ended_at = clock_timestamp(), ended_by = 'PROVIDER'
    where s.ended_at is null and case when p_provider_session is null then s.sub = p_sub
      else s.provider_session = p_provider_session and (p_sub is null or s.sub = p_sub) end
    returning s.id, s.sub, s.role, s.session_hash, s.address
  loop
    perform record_outside('SIGNED_OUT_BY_PROVIDER', 'E', 'done', ended.sub, ended.role, ended.session_hash, ended.address,
      null, 'sign_in', ended.id, '', gen_random_uuid());
    return next ended.session_hash;
  end loop;
end $$;

-- The caller's own that still stand, the last seen first.
create function own_sign_ins(p_alive interval)
  returns table (id uuid, device text, address text, role text, began_at timestamptz, seen_at timestamptz, here boolean)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select s.id, s.device, s.address, s.role, s.began_at, s.seen_at, s.session_hash = app_session()
  from sign_in s
  where s.sub = app_actor() and app_person() is not null and s.ended_at is null
    and (s.seen_at > now() - p_alive or s.session_hash = app_session())
  order by s.session_hash = app_session() desc, s.seen_at desc, s.id
$$;

-- Ends one of the caller's own that is not the one at hand; no id, all others. Says which ended.
create function end_own_sign_ins(p_id uuid) returns setof uuid
language sql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
  update sign_in s set ended_at = clock_timestamp(), ended_by = 'ELSEWHERE'
  where s.sub = app_actor() and app_person() is not null and s.ended_at is null and s.session_hash <> app_session()
    and (p_id is null or s.id = p_id)
  returning s.id
$$;

revoke execute on function begin_sign_in(uuid, text, text, text, timestamptz, text, text, text),
  sign_in_stands(text, text), end_sign_in(text, text), end_sign_ins_of_provider(text, text), own_sign_ins(interval),
  end_own_sign_ins(uuid) from public;
grant execute on function begin_sign_in(uuid, text, text, text, timestamptz, text, text, text),
  sign_in_stands(text, text), end_sign_in(text, text), end_sign_ins_of_provider(text, text), own_sign_ins(interval),
  end_own_sign_ins(uuid) to trellis_app;
