-- A therapist reads the own acts, and what anybody did about the own clients.

-- The acts about a client by their time, and by whom they were. The rows under them, which nobody looks up by client, are
-- in no index of clients any more.
create index audit_event_of_client on audit_event (client_id, at, id) include (actor_id, entity) where kind = 'act';
drop index audit_event_client;

-- Whom the therapist who asks treats or supervises now. Without an opened record a client's name is hidden otherwise.
create function clients_in_care() returns table (id uuid, name text)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select c.id, c.name from client c
  where app_role() = 'THERAPIST' and c.clinic_id = app_clinic() and exists (
    select from caseload l
    where l.client_id = c.id and l.clinic_id = c.clinic_id and l.until is null
      and (l.therapist_id = app_person() or exists (
        select from supervision s
        where s.supervisee_id = l.therapist_id and s.supervisor_id = app_person() and s.clinic_id = l.clinic_id
          and s.until is null)))
$$;

-- Up to p_most acts, the latest first: the caller's own, and anybody's about the clients in care, or about one of them.
-- Each client's are read by that client's index and no further than they are shown, so that the length of the log does
-- not matter. Who is no longer in care is not named, though the caller acted then; acts on process notes are their
-- author's alone.
create function acts_in_care(p_client uuid, p_own boolean, p_others boolean, p_low timestamptz, p_high timestamptz,
    p_after bigint, p_most integer)
  returns table (id bigint, at timestamptz, own boolean, name text, role text, code text, outcome text, purpose text,
    reason text, client_id uuid, client_name text)
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp
  set plan_cache_mode = 'force_custom_plan' as $$
#variable_conflict use_column
declare
  me constant uuid := app_person();
  clinic constant uuid := app_clinic();
  low constant timestamptz := coalesce(p_low, '-infinity');
  high constant timestamptz := coalesce(p_high, 'infinity');
  last_at constant timestamptz := coalesce((select x.at from audit_event x where x.id = p_after), 'infinity');
  last_id constant bigint := coalesce(p_after, 9223372036854775807);
begin
  if app_role() is distinct from 'THERAPIST' then
    return;
  end if;
  return query
    with care as materialized (
      select c.id, c.name from clients_in_care() c where p_client is null or c.id = p_client),
    own_acts as (
      select e.id, e.at from audit_event e
      where p_own and e.actor_id = me and e.clinic_id = clinic and e.kind = 'act'
        and (p_client is null or e.client_id = p_client)
        and e.at >= low and e.at < high and e.at <= last_at and (e.at, e.id) < (last_at, last_id)
      order by e.at desc, e.id desc limit p_most),
    others_acts as (
      select e.id, e.at from care c, lateral (
        select x.id, x.at from audit_event x
        where p_others and x.client_id = c.id and x.kind = 'act'
          and x.actor_id is distinct from me and x.entity is distinct from 'process_note'
          and x.at >= low and x.at < high and x.at <= last_at and (x.at, x.id) < (last_at, last_id)
        order by x.at desc, x.id desc limit p_most) e
      order by e.at desc, e.id desc limit p_most),
    acts as materialized (
      select * from own_acts union all select * from others_acts order by at desc, id desc limit p_most)
    select e.id, e.at, e.actor_id is not distinct from me, p.name, e.role, e.code, e.outcome, e.purpose,
      case when e.outcome <> 'done' or e.purpose = 'emergency' then e.reason end, c.id, c.name
    from acts join audit_event e on e.id = acts.id
    left join person p on p.id = e.actor_id left join care c on c.id = e.client_id;
end $$;

revoke execute on function clients_in_care(),
  acts_in_care(uuid, boolean, boolean, timestamptz, timestamptz, bigint, integer) from public;
grant execute on function clients_in_care(),
  acts_in_care(uuid, boolean, boolean, timestamptz, timestamptz, bigint, integer) to trellis_app;

-- Whose records were opened by whom, in the order of time: what an administrator is shown as worth a look is counted in it.
-- It holds all that the policy on the log asks for, so that the events themselves need not be fetched.
create index audit_event_openings on audit_event (clinic_id, at) include (actor_id, client_id, entity, code)
  where kind = 'act' and code in ('CLIENT_OPENED', 'EMERGENCY_OPENED', 'EMERGENCY_READ');
