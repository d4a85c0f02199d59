-- Reading the audit log: by the client whom it is about, and by administrators, page by page however long it is.

-- The acts of a clinic by their time, and apart from them the few that did not succeed. The rows under them are not in it.
create index audit_event_acts on audit_event (clinic_id, at, id) where kind = 'act';
create index audit_event_troubles on audit_event (clinic_id, at, id) where kind = 'act' and outcome <> 'done';

-- What a therapist was to the client who asks, at that moment. Who supervises whom a client cannot look up otherwise.
create function was_to_client(p_therapist uuid, p_at timestamptz) returns text
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select case
    when exists (
      select from caseload l
      where l.client_id = app_client() and l.clinic_id = app_clinic() and l.therapist_id = p_therapist
        and l.since <= p_at and (l.until is null or l.until > p_at)) then 'TREATING'
    when exists (
      select from caseload l
      join supervision s on s.supervisee_id = l.therapist_id and s.clinic_id = l.clinic_id
      where l.client_id = app_client() and l.clinic_id = app_clinic() and s.supervisor_id = p_therapist
        and l.since <= p_at and (l.until is null or l.until > p_at)
        and s.since <= p_at and (s.until is null or s.until > p_at)) then 'SUPERVISING'
    else 'OTHER' end
  where app_role() = 'CLIENT'
$$;
revoke execute on function was_to_client(uuid, timestamptz) from public;
grant execute on function was_to_client(uuid, timestamptz) to trellis_app;
