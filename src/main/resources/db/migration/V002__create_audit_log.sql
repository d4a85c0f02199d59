-- The audit log: acts (what a person did) and the row changes under them, append-only.

create table audit_event (
  id bigint generated always as identity,
  era integer not null default 1,
  tx xid8 not null default pg_current_xact_id(),
  at timestamptz not null default clock_timestamp(),
  clinic_id uuid default app_clinic(),
  kind text not null check (kind in ('act', 'row')),
  code text not null,
  action text not null check (action in ('C', 'R', 'U', 'D', 'E')),
  outcome text not null default 'done' check (outcome in ('done', 'refused', 'failed')),
  actor_id uuid default app_person(),
  actor text default app_actor(),
  role text default app_role(),
  session_hash text default app_session(),
  address text default app_address(),
  client_id uuid,
  entity text,
  entity_id uuid,
  entity_version bigint,
  fields text[],
  purpose text default app_purpose(),
  reason text default app_reason(),
  request_id uuid not null default app_request(),
  salt bytea not null default gen_random_bytes(16) check (length(salt) = 16),
  content_hash bytea check (length(content_hash) = 32),
  primary key (id)
) partition by range (id);
comment on table audit_event is 'Append-only. fields holds names of changed columns, never their values.';
comment on column audit_event.era is 'Raised by a restore, since transaction ids start again lower; sealing windows are (era, tx).';
comment on column audit_event.content_hash is 'SHA-256 over salt and the canonical JSON of the row that was written.';

create table audit_event_0 partition of audit_event for values from (minvalue) to (10000000);
create table audit_event_1 partition of audit_event for values from (10000000) to (20000000);
create table audit_event_2 partition of audit_event for values from (20000000) to (30000000);
create table audit_event_rest partition of audit_event default;

create index audit_event_tx on audit_event (era, tx);
create index audit_event_time on audit_event using brin (at);
create index audit_event_client on audit_event (client_id, at);
create index audit_event_actor on audit_event (actor_id, at);

create function refuse_change_of_log() returns trigger language plpgsql as $$
begin
  raise exception 'the audit log is append-only' using errcode = 'insufficient_privilege';
end $$;

create trigger append_only before update or delete on audit_event
  for each row execute function refuse_change_of_log();
create trigger no_truncate before truncate on audit_event
  for each statement execute function refuse_change_of_log();
create trigger no_truncate before truncate on audit_event_0
  for each statement execute function refuse_change_of_log();
create trigger no_truncate before truncate on audit_event_1
  for each statement execute function refuse_change_of_log();
create trigger no_truncate before truncate on audit_event_2
  for each statement execute function refuse_change_of_log();
create trigger no_truncate before truncate on audit_event_rest
  for each statement execute function refuse_change_of_log();

-- The row trigger: writes what changed under the context's request, and refuses a change without one.
-- Arguments: the column that is the row's id, and the column that names the client ('' where none does).
create function record_row_change() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  after jsonb := case when tg_op = 'DELETE' then null else to_jsonb(new) end;
  before jsonb := case when tg_op = 'INSERT' then null else to_jsonb(old) end;
  present jsonb := coalesce(after, before);
  changed text[];
  grain bytea := gen_random_bytes(16);
begin
  if app_request() is null or app_actor() is null then
    raise exception 'change of % without a context', tg_table_name using errcode = 'insufficient_privilege';
  end if;
  if tg_op = 'UPDATE' then
    select array_agg(key order by key) into changed
      from jsonb_each(after) where before -> key is distinct from value;
    if changed is null then
      return null;
    end if;
  else
    select array_agg(key order by key) into changed from jsonb_each(present) where value <> 'null'::jsonb;
  end if;
  insert into audit_event (kind, code, action, clinic_id, client_id, entity, entity_id, entity_version, fields, salt, content_hash)
  values ('row', 'ROW_' || tg_op, case tg_op when 'INSERT' then 'C' else left(tg_op, 1) end,
          (present ->> 'clinic_id')::uuid,
          case when tg_argv[1] = '' then null else (present ->> tg_argv[1])::uuid end,
          tg_table_name, (present ->> tg_argv[0])::uuid, (present ->> 'version')::bigint,
          changed, grain, sha256(grain || convert_to(coalesce(after, '{}')::text, 'UTF8')));
  return null;
end $$;

-- What happened outside any context: a failed sign-in, a refusal, a start, a stop.
create function record_outside(p_code text, p_action text, p_outcome text, p_actor text, p_role text,
    p_session text, p_address text, p_client uuid, p_entity text, p_entity_id uuid, p_reason text, p_request uuid)
  returns void
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  who record;
begin
  select id, clinic_id into who from person where sub = p_actor order by created_at limit 1;
  insert into audit_event (kind, code, action, outcome, clinic_id, actor_id, actor, role, session_hash, address,
      client_id, entity, entity_id, purpose, reason, request_id)
  values ('act', p_code, p_action, p_outcome, who.clinic_id, who.id, p_actor, p_role, p_session, p_address,
      p_client, p_entity, p_entity_id, null, p_reason, p_request);
end $$;
revoke execute on function record_outside(text, text, text, text, text, text, text, uuid, text, uuid, text, uuid) from public;
grant execute on function record_outside(text, text, text, text, text, text, text, uuid, text, uuid, text, uuid) to trellis_app;

alter table audit_event enable row level security;
alter table audit_event force row level security;
alter table audit_event_0 enable row level security;
alter table audit_event_0 force row level security;
alter table audit_event_1 enable row level security;
alter table audit_event_1 force row level security;
alter table audit_event_2 enable row level security;
alter table audit_event_2 force row level security;
alter table audit_event_rest enable row level security;
alter table audit_event_rest force row level security;
create policy owner_all on audit_event to trellis_owner using (true) with check (true);
create policy owner_all on audit_event_0 to trellis_owner using (true) with check (true);
create policy owner_all on audit_event_1 to trellis_owner using (true) with check (true);
create policy owner_all on audit_event_2 to trellis_owner using (true) with check (true);
create policy owner_all on audit_event_rest to trellis_owner using (true) with check (true);

create policy acts_in_context on audit_event for insert to trellis_app
  with check (kind = 'act' and clinic_id = (select app_clinic()) and actor_id = (select app_person())
    and request_id = (select app_request()));
create policy seen_by on audit_event for select to trellis_app
  using (clinic_id = (select app_clinic())
    and ((select app_role()) = 'ADMINISTRATOR'
      or actor_id = (select app_person())
      or client_id = (select app_client())));

-- Not the id, the time, the transaction, or who acted: those are the database's to say.
grant insert (kind, code, action, outcome, client_id, entity, entity_id, entity_version, fields) on audit_event to trellis_app;
grant select on audit_event to trellis_app;

create trigger row_change after insert or update or delete on clinic
  for each row execute function record_row_change('clinic_id', '');
create trigger row_change after insert or update or delete on person
  for each row execute function record_row_change('id', '');
create trigger row_change after insert or update or delete on person_role
  for each row execute function record_row_change('person_id', '');
create trigger row_change after insert or update or delete on supervision
  for each row execute function record_row_change('supervisee_id', '');
