-- Sealing: what is in the audit log is bound into batches, each a Merkle tree (RFC 9162) chained to the last, and signed
-- checkpoints say so off this machine. The program that seals has a role of its own and a key that no database has.

-- A row of several under one id (an answer of a questionnaire, a role of a person) is named beside the id.
alter table audit_event add column part text not null default '';
comment on column audit_event.part is
  'Which row of those that share entity_id, by its other key columns; empty where the id names one row.';

-- The life of the log. A restore from a backup begins a new era, since transaction ids start again lower there.
create table audit_era (
  era integer primary key check (era >= 1),
  log_id uuid not null,
  after_batch bigint not null check (after_batch >= 0),
  after_event bigint not null,
  began_at timestamptz not null default clock_timestamp(),
  reason text not null
);
comment on column audit_era.log_id is 'Names this installation in what is signed; the same in all eras.';
comment on column audit_era.after_event is 'The highest event id when the era began.';

create table audit_batch (
  number bigint primary key check (number >= 1),
  era integer not null references audit_era,
  tx_from xid8 not null,
  tx_to xid8 not null,
  events integer not null check (events >= 1),
  form smallint not null check (form >= 1),
  root bytea not null check (length(root) = 32),
  previous bytea not null check (length(previous) = 32),
  hash bytea not null check (length(hash) = 32),
  leaves bytea not null,
  sealed_at timestamptz not null,
  check (tx_from < tx_to and length(leaves) = 40 * events)
);
comment on table audit_batch is
  'The events of all transactions from tx_from to before tx_to, in the order of (tx, id), none of which can grow any more.';
comment on column audit_batch.leaves is
  'Of each event its id (8 bytes, big-endian) and its leaf hash (32), so that a changed row can be named.';

create table audit_checkpoint (
  number bigint primary key check (number >= 1),
  era integer not null references audit_era,
  batch bigint not null references audit_batch,
  events bigint not null check (events >= 1),
  hash bytea not null check (length(hash) = 32),
  signed_at timestamptz not null,
  key_id text not null,
  signature bytea not null check (length(signature) = 64)
);
comment on table audit_checkpoint is 'The head of the chain at a moment, signed; the same goes off the machine.';

-- Each check of the whole log: asked for by a person or begun by itself, and what it found.
create table audit_check (
  id uuid primary key,
  clinic_id uuid,
  asked_by uuid,
  asked_at timestamptz not null,
  began_at timestamptz,
  ended_at timestamptz,
  batches bigint,
  events bigint,
  records bigint,
  anchors bigint,
  findings bigint,
  told text[] not null default '{}',
  check ((asked_by is null) = (clinic_id is null)),
  check ((ended_at is null) = (findings is null))
);
create index audit_check_ended on audit_check (ended_at) where ended_at is not null;
comment on column audit_check.told is 'The first findings, each one sentence that names a batch, a row or a record by its id.';

insert into audit_era (era, log_id, after_batch, after_event, reason)
  select 1, gen_random_uuid(), 0, coalesce(max(id), 0), 'the log is sealed from here' from audit_event;

-- Nothing of it is ever changed; a check alone is filled in while it runs.
create trigger append_only before update or delete on audit_era for each row execute function refuse_change_of_log();
create trigger append_only before update or delete on audit_batch for each row execute function refuse_change_of_log();
create trigger append_only before update or delete on audit_checkpoint for each row execute function refuse_change_of_log();
create trigger append_only before delete on audit_check for each row execute function refuse_change_of_log();
create trigger ended_for_good before update on audit_check
  for each row when (old.ended_at is not null) execute function refuse_change_of_log();
create trigger no_truncate before truncate on audit_era for each statement execute function refuse_change_of_log();
create trigger no_truncate before truncate on audit_batch for each statement execute function refuse_change_of_log();
create trigger no_truncate before truncate on audit_checkpoint for each statement execute function refuse_change_of_log();
create trigger no_truncate before truncate on audit_check for each statement execute function refuse_change_of_log();

alter table audit_era enable row level security;
alter table audit_era force row level security;
alter table audit_batch enable row level security;
alter table audit_batch force row level security;
alter table audit_checkpoint enable row level security;
alter table audit_checkpoint force row level security;
alter table audit_check enable row level security;
alter table audit_check force row level security;
create policy owner_all on audit_era to trellis_owner using (true) with check (true);
create policy owner_all on audit_batch to trellis_owner using (true) with check (true);
create policy owner_all on audit_checkpoint to trellis_owner using (true) with check (true);
create policy owner_all on audit_check to trellis_owner using (true) with check (true);

create policy read_to_seal on audit_event for select to trellis_sealer using (true);
create policy read_to_seal on audit_era for select to trellis_sealer using (true);
create policy sealed on audit_batch to trellis_sealer using (true) with check (true);
create policy sealed on audit_checkpoint to trellis_sealer using (true) with check (true);
create policy checked on audit_check to trellis_sealer using (true) with check (true);
grant select on audit_event, audit_era to trellis_sealer;
grant select, insert on audit_batch, audit_checkpoint to trellis_sealer;
grant select, insert, update on audit_check to trellis_sealer;

-- Whoever signed in may know that the log was checked and when; what a check found is for administrators.
create policy told_to_people on audit_check for select to trellis_app
  using ((select app_person()) is not null and (clinic_id is null or clinic_id = (select app_clinic())));
create policy asked_by_administrators on audit_check for insert to trellis_app
  with check (clinic_id = (select app_clinic()) and asked_by = (select app_person())
    and (select app_role()) = 'ADMINISTRATOR');
grant select (id, clinic_id, asked_by, asked_at, began_at, ended_at, batches, events, records, anchors, findings)
  on audit_check to trellis_app;
grant insert (id, clinic_id, asked_by, asked_at) on audit_check to trellis_app;
create function findings_of_check(p_check uuid) returns text[]
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select told from audit_check
  where id = p_check and app_role() = 'ADMINISTRATOR' and (clinic_id is null or clinic_id = app_clinic())
$$;
revoke execute on function findings_of_check(uuid) from public;
grant execute on function findings_of_check(uuid) to trellis_app;

-- What a row's content hash is over: its columns that hold something, so that a new column that is empty changes nothing.
create function audited_content(p_row jsonb, p_salt bytea) returns bytea language sql immutable parallel safe
  return sha256(p_salt || convert_to(jsonb_strip_nulls(p_row)::text, 'UTF8'));
create function audited_part(p_row jsonb, p_columns text) returns text language sql immutable parallel safe
  return case when p_columns = '' then ''
    else (select string_agg(p_row ->> c, ' ' order by n) from unnest(string_to_array(p_columns, ',')) with ordinality u (c, n))
    end;
revoke execute on function audited_content(jsonb, bytea), audited_part(jsonb, text) from public;

-- The row trigger as before, and: the time zone is always the same, and a third argument names the other key columns.
create or replace function record_row_change() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp set timezone = 'UTC' as $$
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
  insert into audit_event (kind, code, action, clinic_id, client_id, entity, entity_id, part, entity_version, fields,
      salt, content_hash)
  values ('row', 'ROW_' || tg_op, case tg_op when 'INSERT' then 'C' else left(tg_op, 1) end,
          (present ->> 'clinic_id')::uuid,
          case when tg_argv[1] = '' then null else (present ->> tg_argv[1])::uuid end,
          tg_table_name, (present ->> tg_argv[0])::uuid,
          case when tg_nargs > 2 then audited_part(present, tg_argv[2]) else '' end,
          (present ->> 'version')::bigint,
          changed, grain, audited_content(coalesce(after, '{}'), grain));
  return null;
end $$;

drop trigger row_change on person_role;
create trigger row_change after insert or update or delete on person_role
  for each row execute function record_row_change('person_id', '', 'role,since');
drop trigger row_change on supervision;
create trigger row_change after insert or update or delete on supervision
  for each row execute function record_row_change('supervisee_id', '', 'supervisor_id,since');
drop trigger row_change on inventory_use;
create trigger row_change after insert or update or delete on inventory_use
  for each row execute function record_row_change('clinic_id', '', 'code,inventory_version,language');
drop trigger row_change on answer;
create trigger row_change after insert or update or delete on answer
  for each row execute function record_row_change('assignment_id', 'client_id', 'item');
drop trigger row_change on score;
create trigger row_change after insert or update or delete on score
  for each row execute function record_row_change('assignment_id', 'client_id', 'scale');

-- The tables whose rows are recorded, and how their trigger names a row.
create function audited_tables() returns table (entity text, id_column text, client_column text, part_columns text)
language sql stable set search_path = pg_catalog, public, pg_temp as $$
  select c.relname::text, a.said[1], a.said[2], coalesce(a.said[3], '')
  from pg_trigger t join pg_class c on c.oid = t.tgrelid
    cross join lateral (select string_to_array(encode(t.tgargs, 'escape'), '\000') as said) a
  where t.tgname = 'row_change' and not t.tgisinternal and c.relnamespace = 'public'::regnamespace
$$;

-- Records the rows of a table as they stand, without a change. A migration that gives the rows of an audited table another
-- content than their last event says (a column with a value, another type) calls it for that table.
create function baseline_audit(p_table text) returns bigint
language plpgsql set search_path = pg_catalog, public, pg_temp set timezone = 'UTC' as $$
declare
  named record;
  done bigint;
begin
  select * into strict named from audited_tables() where entity = p_table;
  execute format($q$
    with present as materialized (
      select to_jsonb(r) as j, gen_random_bytes(16) as grain from %1$I r)
    insert into audit_event (kind, code, action, clinic_id, client_id, entity, entity_id, part, entity_version, salt,
      content_hash)
    select 'row', 'ROW_BASELINE', 'E', (j ->> 'clinic_id')::uuid, nullif(j ->> %3$L, '')::uuid, %1$L,
      (j ->> %2$L)::uuid, audited_part(j, %4$L), (j ->> 'version')::bigint, grain, audited_content(j, grain)
    from present
    $q$, p_table, named.id_column, named.client_column, named.part_columns);
  get diagnostics done = row_count;
  return done;
end $$;

-- The records that are not what their last event says: changed, gone, or there without an event. Nothing of their text
-- leaves, and the program that seals needs no right to read any.
create function audit_deviations()
  returns table (entity text, entity_id uuid, part text, event_id bigint, deviation text)
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp set timezone = 'UTC' as $$
#variable_conflict use_column
declare
  named record;
begin
  for named in select * from audited_tables() t order by t.entity loop
    return query execute format($q$
      with said as (
        select distinct on (entity_id, part) entity_id, part, id, code, salt, content_hash
        from audit_event
        where kind = 'row' and entity = %1$L and id > (select after_event from audit_era where era = 1)
        order by entity_id, part, id desc),
      present as (
        select (j ->> %2$L)::uuid as entity_id, audited_part(j, %3$L) as part, j
        from (select to_jsonb(r) as j from %1$I r) rows)
      select %1$L, coalesce(s.entity_id, p.entity_id), coalesce(s.part, p.part), s.id,
        case when s.id is null then 'unrecorded' when p.j is null then 'gone'
          when s.code = 'ROW_DELETE' then 'unrecorded' else 'changed' end
      from said s full join present p on s.entity_id = p.entity_id and s.part = p.part
      where case when s.id is null then true
        when s.code = 'ROW_DELETE' then p.j is not null
        when p.j is null then true
        else audited_content(p.j, s.salt) <> s.content_hash end
      $q$, named.entity, named.id_column, named.part_columns);
  end loop;
end $$;
create function count_audited_records() returns bigint
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
#variable_conflict use_column
declare
  named record;
  held bigint;
  total bigint := 0;
begin
  for named in select * from audited_tables() loop
    execute format('select count(*) from %I', named.entity) into held;
    total := total + held;
  end loop;
  return total;
end $$;
revoke execute on function audited_tables(), baseline_audit(text), audit_deviations(), count_audited_records() from public;
grant execute on function audit_deviations(), count_audited_records(),
  record_outside(text, text, text, text, text, text, text, uuid, text, uuid, text, uuid) to trellis_sealer;

select begin_job('migration', null, gen_random_uuid());
select baseline_audit(entity) from audited_tables();
