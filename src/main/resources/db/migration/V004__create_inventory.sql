-- Inventories in use, assignments, answers and scores; and the caseload's read model.

-- The fingerprint a clinic first used of each instrument version: a definition that was used never changes.
create table inventory_use (
  clinic_id uuid not null references clinic,
  code text not null,
  inventory_version integer not null,
  language text not null,
  fingerprint text not null check (length(fingerprint) = 64),
  first_used_at timestamptz not null default now(),
  primary key (clinic_id, code, inventory_version, language)
);

create table assignment (
  id uuid primary key,
  clinic_id uuid not null,
  client_id uuid not null,
  inventory_code text not null,
  inventory_version integer not null,
  language text not null,
  assigned_by uuid not null,
  assigned_at timestamptz not null,
  due_on date not null,
  submitted_at timestamptz,
  withdrawn_at timestamptz,
  reviewed_at timestamptz,
  reviewed_by uuid,
  released_at timestamptz,
  released_by uuid,
  request_key uuid not null,
  version bigint not null default 0,
  unique (id, client_id, clinic_id),
  unique (clinic_id, request_key),
  foreign key (client_id, clinic_id) references client (id, clinic_id),
  foreign key (clinic_id, inventory_code, inventory_version, language) references inventory_use,
  check (submitted_at is null or withdrawn_at is null),
  check (submitted_at is not null or (reviewed_at is null and released_at is null))
);
create index assignment_of_client on assignment (client_id, assigned_at);

create table answer (
  clinic_id uuid not null,
  client_id uuid not null,
  assignment_id uuid not null,
  item text not null,
  value smallint,
  declined boolean not null default false check (not declined or value is null),
  answered_at timestamptz not null,
  keys uuid[] not null,
  primary key (assignment_id, item),
  foreign key (assignment_id, client_id, clinic_id) references assignment (id, client_id, clinic_id)
);
comment on column answer.keys is 'The idempotency keys of every change so far: a late retry of an older one changes nothing.';

create table score (
  clinic_id uuid not null,
  client_id uuid not null,
  assignment_id uuid not null,
  scale text not null,
  raw numeric(8, 2),
  mean numeric(5, 3),
  prorated boolean not null,
  answered smallint not null,
  items smallint not null,
  scorable boolean not null check (scorable = (raw is not null)),
  band text,
  headline boolean not null,
  primary key (assignment_id, scale),
  foreign key (assignment_id, client_id, clinic_id) references assignment (id, client_id, clinic_id)
);

create function refuse_change_after_submission() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if exists (select from assignment a where a.id = coalesce(new.assignment_id, old.assignment_id)
      and a.submitted_at is not null) then
    raise exception 'answers are locked once sent' using errcode = 'object_not_in_prerequisite_state';
  end if;
  return coalesce(new, old);
end $$;
create trigger locked_once_sent before insert or update or delete on answer
  for each row execute function refuse_change_after_submission();

-- What an assignment is about never changes, what was sent stays sent, and a client's own session may only send.
create function guard_assignment() returns trigger
language plpgsql as $$
begin
  if (new.id, new.clinic_id, new.client_id, new.inventory_code, new.inventory_version, new.language,
        new.assigned_by, new.assigned_at, new.request_key)
      is distinct from
     (old.id, old.clinic_id, old.client_id, old.inventory_code, old.inventory_version, old.language,
        old.assigned_by, old.assigned_at, old.request_key) then
    raise exception 'what an assignment is about never changes' using errcode = 'object_not_in_prerequisite_state';
  end if;
  if old.submitted_at is not null and new.submitted_at is distinct from old.submitted_at then
    raise exception 'what was sent stays sent' using errcode = 'object_not_in_prerequisite_state';
  end if;
  if app_scope() = 'OWN' and (new.due_on, new.withdrawn_at, new.reviewed_at, new.reviewed_by, new.released_at, new.released_by)
      is distinct from
     (old.due_on, old.withdrawn_at, old.reviewed_at, old.reviewed_by, old.released_at, old.released_by) then
    raise exception 'a client only answers and sends' using errcode = 'insufficient_privilege';
  end if;
  if app_scope() = 'TREATING' and new.submitted_at is distinct from old.submitted_at then
    raise exception 'only the client sends' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger guarded before update on assignment
  for each row execute function guard_assignment();

create function refuse_change_of_score() returns trigger language plpgsql as $$
begin
  raise exception 'a score keeps what its version gave' using errcode = 'object_not_in_prerequisite_state';
end $$;
create trigger never_changed before update or delete on score
  for each row execute function refuse_change_of_score();

-- One line a therapist and client: what the desk and the caseload show, sort and page by.
create table caseload_line (
  clinic_id uuid not null,
  therapist_id uuid not null,
  client_id uuid not null,
  name text not null,
  name_key text collate "C" not null,
  birth_date date,
  last_mean numeric(5, 3),
  recent_means numeric(5, 3)[] not null default '{}',
  last_at timestamptz not null default '0001-01-01T00:00:00Z',
  open_assignment uuid,
  due_on date not null default '9999-12-31',
  review_assignment uuid,
  review_since timestamptz,
  primary key (therapist_id, client_id)
);
create index caseload_line_of_client on caseload_line (client_id);
create index caseload_line_by_name on caseload_line (therapist_id, name_key, client_id);
create index caseload_line_by_last on caseload_line (therapist_id, last_at, client_id);
create index caseload_line_by_due on caseload_line (therapist_id, due_on, client_id);
create index caseload_line_to_review on caseload_line (therapist_id, review_since, client_id)
  where review_assignment is not null;
comment on table caseload_line is 'A read model kept by triggers; its source is client, caseload and assignment.';

create function refresh_caseload_line(p_client uuid) returns void
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  delete from caseload_line l where l.client_id = p_client
    and not exists (select from caseload c where c.client_id = p_client and c.therapist_id = l.therapist_id
      and c.until is null);
  insert into caseload_line (clinic_id, therapist_id, client_id, name, name_key, birth_date,
      last_mean, recent_means, last_at, open_assignment, due_on, review_assignment, review_since)
  select c.clinic_id, l.therapist_id, c.id, c.name, c.name_key, c.birth_date,
      last.mean, coalesce(recent.means, '{}'), coalesce(last.submitted_at, '0001-01-01T00:00:00Z'),
      open.id, coalesce(open.due_on, '9999-12-31'), review.id, review.submitted_at
    from client c
    join caseload l on l.client_id = c.id and l.until is null
    left join lateral (select s.mean, a.submitted_at from assignment a
        left join score s on s.assignment_id = a.id and s.headline
        where a.client_id = c.id and a.submitted_at is not null order by a.submitted_at desc limit 1) last on true
    left join lateral (select array_agg(r.mean order by r.submitted_at) as means from
        (select s.mean, a.submitted_at from assignment a join score s on s.assignment_id = a.id and s.headline
          where a.client_id = c.id and a.submitted_at is not null and s.mean is not null
          order by a.submitted_at desc limit 12) r) recent on true
    left join lateral (select a.id, a.due_on from assignment a where a.client_id = c.id
        and a.submitted_at is null and a.withdrawn_at is null order by a.due_on, a.id limit 1) open on true
    left join lateral (select a.id, a.submitted_at from assignment a where a.client_id = c.id
        and a.submitted_at is not null and a.reviewed_at is null order by a.submitted_at limit 1) review on true
    where c.id = p_client
  on conflict (therapist_id, client_id) do update set
    name = excluded.name, name_key = excluded.name_key, birth_date = excluded.birth_date,
    last_mean = excluded.last_mean, recent_means = excluded.recent_means, last_at = excluded.last_at,
    open_assignment = excluded.open_assignment, due_on = excluded.due_on,
    review_assignment = excluded.review_assignment, review_since = excluded.review_since;
end $$;
revoke execute on function refresh_caseload_line(uuid) from public;

create function keep_caseload_line() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  perform refresh_caseload_line((to_jsonb(new) ->> tg_argv[0])::uuid);
  return null;
end $$;
create trigger keep_line after insert or update on client
  for each row execute function keep_caseload_line('id');
create trigger keep_line after insert or update on caseload
  for each row execute function keep_caseload_line('client_id');
create trigger keep_line after insert or update on assignment
  for each row execute function keep_caseload_line('client_id');

-- Asked by a policy, so that it need not read another protected table itself.
create function is_released(p_assignment uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select exists (select from assignment a where a.id = p_assignment and a.released_at is not null)
$$;
revoke execute on function is_released(uuid) from public;
grant execute on function is_released(uuid) to trellis_app;

alter table inventory_use enable row level security;
alter table inventory_use force row level security;
alter table assignment enable row level security;
alter table assignment force row level security;
alter table answer enable row level security;
alter table answer force row level security;
alter table score enable row level security;
alter table score force row level security;
alter table caseload_line enable row level security;
alter table caseload_line force row level security;
create policy owner_all on inventory_use to trellis_owner using (true) with check (true);
create policy owner_all on assignment to trellis_owner using (true) with check (true);
create policy owner_all on answer to trellis_owner using (true) with check (true);
create policy owner_all on score to trellis_owner using (true) with check (true);
create policy owner_all on caseload_line to trellis_owner using (true) with check (true);

create policy of_clinic on inventory_use for select to trellis_app using (clinic_id = (select app_clinic()));
create policy used_by_therapists on inventory_use for insert to trellis_app
  with check (clinic_id = (select app_clinic()) and (select app_scope()) in ('TREATING', 'SUPERVISING'));

-- Clinical rows are those of the one client that this transaction opened.
create policy of_opened_client on assignment for select to trellis_app
  using (client_id = (select app_client()) and clinic_id = (select app_clinic())
    and (select app_scope()) in ('TREATING', 'SUPERVISING', 'OWN'));
create policy given_by_therapist on assignment for insert to trellis_app
  with check (client_id = (select app_client()) and clinic_id = (select app_clinic())
    and (select app_scope()) = 'TREATING' and assigned_by = (select app_person()));
create policy moved_on_by_therapist_or_client on assignment for update to trellis_app
  using (client_id = (select app_client()) and clinic_id = (select app_clinic())
    and (select app_scope()) in ('TREATING', 'OWN'))
  with check (client_id = (select app_client()) and clinic_id = (select app_clinic())
    and (select app_scope()) in ('TREATING', 'OWN'));

create policy of_opened_client on answer for select to trellis_app
  using (client_id = (select app_client()) and clinic_id = (select app_clinic())
    and (select app_scope()) in ('TREATING', 'SUPERVISING', 'OWN'));
create policy given_by_client on answer for insert to trellis_app
  with check (client_id = (select app_client()) and clinic_id = (select app_clinic()) and (select app_scope()) = 'OWN');
create policy changed_by_client on answer for update to trellis_app
  using (client_id = (select app_client()) and clinic_id = (select app_clinic()) and (select app_scope()) = 'OWN')
  with check (client_id = (select app_client()) and clinic_id = (select app_clinic()) and (select app_scope()) = 'OWN');

create policy of_opened_client on score for select to trellis_app
  using (client_id = (select app_client()) and clinic_id = (select app_clinic())
    and ((select app_scope()) in ('TREATING', 'SUPERVISING')
      or ((select app_scope()) = 'OWN' and is_released(assignment_id))));
create policy made_by_submission on score for insert to trellis_app
  with check (client_id = (select app_client()) and clinic_id = (select app_clinic()) and (select app_scope()) = 'OWN');

create policy of_therapist on caseload_line for select to trellis_app
  using (clinic_id = (select app_clinic()) and (select app_role()) = 'THERAPIST'
    and (therapist_id = (select app_person()) or supervises(therapist_id)));

grant select, insert on inventory_use, score to trellis_app;
grant select, insert, update on assignment, answer to trellis_app;
grant select on caseload_line to trellis_app;

create trigger row_change after insert or update or delete on inventory_use
  for each row execute function record_row_change('clinic_id', '');
create trigger row_change after insert or update or delete on assignment
  for each row execute function record_row_change('id', 'client_id');
create trigger row_change after insert or update or delete on answer
  for each row execute function record_row_change('assignment_id', 'client_id');
create trigger row_change after insert or update or delete on score
  for each row execute function record_row_change('assignment_id', 'client_id');

-- For the check at the start: definitions that some clinic has used must be the same still.
create function used_inventories() returns table (code text, inventory_version integer, language text, fingerprint text)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select distinct u.code, u.inventory_version, u.language, u.fingerprint from inventory_use u
$$;
revoke execute on function used_inventories() from public;
grant execute on function used_inventories() to trellis_app;
