-- What the identity provider saw of sign-ins (failed ones, locks, second factors set and removed), brought into the audit
-- log by a program beside the application: each event once, by the id that the provider gave it.

create table audit_provider_event (
  event_id uuid primary key,
  clinic_id uuid,
  happened_at timestamptz not null,
  taken_at timestamptz not null default clock_timestamp()
);
create index audit_provider_event_time on audit_provider_event (happened_at);
comment on table audit_provider_event is
  'Which of the identity provider''s events are in the log already; the event there has the same id as its request.';
comment on column audit_provider_event.happened_at is 'By the provider''s clock.';

create trigger append_only before update or delete on audit_provider_event
  for each row execute function refuse_change_of_log();
create trigger no_truncate before truncate on audit_provider_event
  for each statement execute function refuse_change_of_log();
alter table audit_provider_event enable row level security;
alter table audit_provider_event force row level security;
create policy owner_all on audit_provider_event to trellis_owner using (true) with check (true);

-- The latest that was taken, by the provider's clock; null before the first.
create function last_provider_event() returns timestamptz
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select max(happened_at) from audit_provider_event
$$;

-- Those of the given that were not taken yet.
create function missing_provider_events(p_events uuid[]) returns setof uuid
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select e from unnest(p_events) e where not exists (select from audit_provider_event t where t.event_id = e)
$$;

-- Takes one into the log; false where it is in it already. Who acted nobody knows for certain, so the act is the system's,
-- about the person whose account it was. Where Trellis knows no such person it belongs to the clinic if there is but one.
create function record_provider_event(p_event uuid, p_happened_at timestamptz, p_code text, p_outcome text, p_sub text,
    p_address text, p_detail text) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  whose record;
  place uuid;
begin
  if p_code !~ '^PROVIDER_[A-Z_]{1,40}$' then
    raise exception 'no event of the identity provider: %', p_code using errcode = 'check_violation';
  end if;
  select id, clinic_id into whose from person where sub = p_sub order by created_at limit 1;
  place := whose.clinic_id;
  if place is null and (select count(*) from clinic) = 1 then
    select clinic_id into place from clinic;
  end if;
  insert into audit_provider_event (event_id, clinic_id, happened_at) values (p_event, place, p_happened_at)
    on conflict do nothing;
  if not found then
    return false;
  end if;
  insert into audit_event (kind, code, action, outcome, clinic_id, actor_id, actor, role, session_hash, address, client_id,
      entity, entity_id, purpose, reason, request_id)
  values ('act', p_code, 'E', p_outcome, place, null, 'system:sign-ins', 'SYSTEM', '', left(p_address, 100), null,
      case when whose.id is not null then 'person' end, whose.id, 'system',
      concat_ws(' ', nullif(p_detail, ''), to_char(p_happened_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
        case when whose.id is null then nullif(p_sub, '') end),
      p_event);
  return true;
end $$;

revoke execute on function last_provider_event(), missing_provider_events(uuid[]),
  record_provider_event(uuid, timestamptz, text, text, text, text, text) from public;
grant execute on function last_provider_event(), missing_provider_events(uuid[]),
  record_provider_event(uuid, timestamptz, text, text, text, text, text) to trellis_sealer;

-- The acts about a person that were not the person's own, for the review by person.
create index audit_event_about_person on audit_event (entity_id, at, id) where kind = 'act' and entity = 'person';
