-- What proves that one event is in the sealed log: its row in the form in which it was hashed, its batch with the
-- leaves, the batches after it up to the first that was signed, and that checkpoint.

-- As EventRows takes it by COPY: the columns in its order between tabs, with COPY's marks for what would break a line.
create function sealed_form(p_event audit_event) returns text
language sql stable set timezone = 'UTC' set datestyle = 'ISO, YMD' set bytea_output = 'hex'
set extra_float_digits = 1 set search_path = pg_catalog, public, pg_temp as $$
  select string_agg(coalesce(
    replace(replace(replace(replace(replace(replace(replace(told.value,
      '\', '\\'), E'\b', '\b'), E'\f', '\f'), E'\n', '\n'), E'\r', '\r'), E'\t', '\t'), chr(11), '\v'), '\N'),
    E'\t' order by told.place)
  from unnest(array[p_event.era::text, p_event.tx::text, p_event.id::text, p_event.at::text,
    p_event.clinic_id::text, p_event.kind, p_event.code, p_event.action, p_event.outcome, p_event.actor_id::text,
    p_event.actor, p_event.role, p_event.session_hash, p_event.address, p_event.client_id::text, p_event.entity,
    p_event.entity_id::text, p_event.part, p_event.entity_version::text, p_event.fields::text, p_event.purpose,
    p_event.reason, p_event.request_id::text, p_event.salt::text, p_event.content_hash::text])
    with ordinality as told (value, place)
$$;
revoke execute on function sealed_form(audit_event) from public;

create function proof_of(p_event bigint) returns table (
  number bigint, era integer, tx_from text, tx_to text, events integer, form smallint, root bytea, previous bytea,
  sealed_at timestamptz, sealed_row text, leaves bytea, log_id uuid, checkpoint bigint, checkpoint_era integer,
  batch bigint, all_events bigint, hash bytea, signed_at timestamptz, key_id text, signature bytea)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select b.number, b.era, b.tx_from::text, b.tx_to::text, b.events, b.form, b.root, b.previous, b.sealed_at,
    sealed_form(e), case when b.number = its.number then b.leaves end, o.log_id, k.number, k.era, k.batch, k.events,
    k.hash, k.signed_at, k.key_id, k.signature
  from audit_event e
    join audit_batch its on its.era = e.era and e.tx >= its.tx_from and e.tx < its.tx_to
    join audit_era o on o.era = 1
    cross join lateral (select * from audit_checkpoint c where c.batch >= its.number order by c.batch, c.number limit 1) k
    join audit_batch b on b.number between its.number and k.batch
  where e.id = p_event
  order by b.number
$$;
revoke execute on function proof_of(bigint) from public;
grant execute on function proof_of(bigint) to trellis_sealer;

-- The same for an administrator, of what the review shows: the clinic's acts, and never what a row held.
create function proof_of_act(p_event bigint) returns table (
  number bigint, era integer, tx_from text, tx_to text, events integer, form smallint, root bytea, previous bytea,
  sealed_at timestamptz, sealed_row text, leaves bytea, log_id uuid, checkpoint bigint, checkpoint_era integer,
  batch bigint, all_events bigint, hash bytea, signed_at timestamptz, key_id text, signature bytea)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select p.* from audit_event e cross join lateral proof_of(e.id) p
  where e.id = p_event and e.kind = 'act' and app_role() = 'ADMINISTRATOR' and e.clinic_id = app_clinic()
    and (e.entity is distinct from 'process_note' or e.actor_id = app_person())
  order by p.number
$$;
revoke execute on function proof_of_act(bigint) from public;
grant execute on function proof_of_act(bigint) to trellis_app;
