-- The work on a belief: the emotions that come with it, experiments that put it to the test, and evidence.

create function emotions_fit(p_names text[], p_strengths integer[]) returns boolean
language sql immutable set search_path = pg_catalog, public, pg_temp as $$
  select cardinality(p_names) = cardinality(p_strengths) and cardinality(p_names) <= 6
    and array_position(p_names, null) is null and array_position(p_strengths, null) is null
    and 0 <= all (p_strengths) and 100 >= all (p_strengths)
    and not exists (select from unnest(p_names) n where length(n) not between 1 and 60)
$$;

alter table belief
  add column emotions text[] not null default '{}',
  add column emotion_strengths integer[] not null default '{}',
  add constraint emotions_with_strengths check (emotions_fit(emotions, emotion_strengths));
comment on column belief.emotions is 'What the client feels when the belief is called up.';
comment on column belief.emotion_strengths is 'How strong each of them is, 0 to 100, in the same order.';

create table experiment (
  id uuid primary key,
  clinic_id uuid not null,
  client_id uuid not null,
  belief_id uuid not null,
  prediction text not null check (length(prediction) between 1 and 500),
  probability smallint not null check (probability between 0 and 100),
  plan text not null check (length(plan) between 1 and 1000),
  planned_for date not null,
  planned_by uuid not null,
  planned_at timestamptz not null,
  happened_on date,
  outcome text check (length(outcome) between 1 and 1000),
  learned text check (length(learned) between 1 and 1000),
  done_at timestamptz,
  done_by uuid,
  given_up_at timestamptz,
  given_up_by uuid,
  given_up_reason text check (length(given_up_reason) between 1 and 500),
  request_key uuid not null,
  version bigint not null default 0,
  unique (id, belief_id, client_id, clinic_id),
  unique (clinic_id, request_key),
  foreign key (belief_id, client_id, clinic_id) references belief (id, client_id, clinic_id),
  foreign key (planned_by, clinic_id) references person (id, clinic_id),
  foreign key (done_by, clinic_id) references person (id, clinic_id),
  foreign key (given_up_by, clinic_id) references person (id, clinic_id),
  check (num_nulls(happened_on, outcome, learned, done_at, done_by) in (0, 5)),
  check (num_nulls(given_up_at, given_up_by, given_up_reason) in (0, 3)),
  check (done_at is null or given_up_at is null),
  check (happened_on <= (done_at at time zone 'UTC')::date + 1)
);
create index experiment_of_belief on experiment (belief_id, planned_at);
comment on column experiment.probability is 'How likely the client finds the prediction, in percent, before anything was tried.';

-- How true the belief felt when an experiment was planned and when it was done are ratings like all others.
alter table conviction
  add column experiment_id uuid,
  add column moment text check (moment in ('BEFORE', 'AFTER')),
  add check ((experiment_id is null) = (moment is null)),
  add foreign key (experiment_id, belief_id, client_id, clinic_id)
    references experiment (id, belief_id, client_id, clinic_id);
create unique index conviction_of_experiment on conviction (experiment_id, moment) where experiment_id is not null;

create table evidence (
  id uuid primary key,
  clinic_id uuid not null,
  client_id uuid not null,
  belief_id uuid not null,
  side text not null check (side in ('FOR', 'AGAINST')),
  words text not null check (length(words) between 1 and 1000),
  happened_on date not null,
  source text not null check (source in ('SESSION', 'NOTE', 'ITEM', 'EXPERIMENT', 'OTHER')),
  note_id uuid,
  assignment_id uuid,
  item text,
  experiment_id uuid,
  source_words text check (length(source_words) between 1 and 200),
  added_by uuid not null,
  added_at timestamptz not null,
  request_key uuid not null,
  unique (clinic_id, request_key),
  foreign key (belief_id, client_id, clinic_id) references belief (id, client_id, clinic_id),
  foreign key (added_by, clinic_id) references person (id, clinic_id),
  foreign key (note_id, client_id, clinic_id) references session_note (id, client_id, clinic_id),
  foreign key (assignment_id, client_id, clinic_id) references assignment (id, client_id, clinic_id),
  foreign key (assignment_id, item) references answer (assignment_id, item),
  foreign key (experiment_id, belief_id, client_id, clinic_id)
    references experiment (id, belief_id, client_id, clinic_id),
  check ((source = 'NOTE') = (note_id is not null)),
  check ((source = 'ITEM') = (assignment_id is not null)),
  check ((source = 'ITEM') = (item is not null)),
  check ((source = 'EXPERIMENT') = (experiment_id is not null)),
  check ((source = 'OTHER') = (source_words is not null)),
  check (happened_on <= (added_at at time zone 'UTC')::date + 1)
);
create index evidence_of_belief on evidence (belief_id, happened_on);
create index evidence_of_note on evidence (note_id) where note_id is not null;
create index evidence_of_assignment on evidence (assignment_id) where assignment_id is not null;
create index evidence_of_experiment on evidence (experiment_id) where experiment_id is not null;
comment on column evidence.happened_on is 'When it was seen or said, by the clinic''s calendar; at the latest the day it was added.';

-- What was predicted never changes, and what is done or given up is final. Done is done with both ratings.
create function guard_experiment() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if tg_op = 'DELETE' then
    raise exception 'an experiment is never deleted' using errcode = 'object_not_in_prerequisite_state';
  end if;
  if tg_op = 'INSERT' then
    if new.done_at is not null or new.given_up_at is not null then
      raise exception 'an experiment begins with its plan' using errcode = 'object_not_in_prerequisite_state';
    end if;
    return new;
  end if;
  if old.done_at is not null or old.given_up_at is not null then
    raise exception 'what became of an experiment never changes' using errcode = 'object_not_in_prerequisite_state';
  end if;
  if (new.id, new.clinic_id, new.client_id, new.belief_id, new.prediction, new.probability, new.plan,
        new.planned_for, new.planned_by, new.planned_at, new.request_key)
      is distinct from
     (old.id, old.clinic_id, old.client_id, old.belief_id, old.prediction, old.probability, old.plan,
        old.planned_for, old.planned_by, old.planned_at, old.request_key) then
    raise exception 'what was predicted never changes' using errcode = 'object_not_in_prerequisite_state';
  end if;
  if new.done_at is not null
      and (select count(*) from conviction c where c.experiment_id = new.id) <> 2 then
    raise exception 'an experiment is done with a rating before and after'
      using errcode = 'object_not_in_prerequisite_state';
  end if;
  return new;
end $$;
create trigger guarded before insert or update or delete on experiment
  for each row execute function guard_experiment();
create trigger never_emptied before truncate on experiment for each statement execute function refuse_change_of_note();

-- A rating belongs to an experiment only while that is planned, so that what is done stays as it was.
create function guard_new_conviction() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if new.experiment_id is not null and exists (select from experiment e
      where e.id = new.experiment_id and (e.done_at is not null or e.given_up_at is not null)) then
    raise exception 'what became of an experiment never changes' using errcode = 'object_not_in_prerequisite_state';
  end if;
  return new;
end $$;
create trigger of_a_planned_experiment before insert on conviction
  for each row execute function guard_new_conviction();

-- Evidence stays as it was added; an item speaks only once its inventory was sent.
create function guard_new_evidence() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if new.assignment_id is not null and not exists (select from assignment a
      where a.id = new.assignment_id and a.submitted_at is not null) then
    raise exception 'only what was sent is evidence' using errcode = 'object_not_in_prerequisite_state';
  end if;
  return new;
end $$;
create trigger of_what_was_sent before insert on evidence for each row execute function guard_new_evidence();
create trigger never_changed before update or delete on evidence
  for each row execute function refuse_change_of_note();
create trigger never_emptied before truncate on evidence for each statement execute function refuse_change_of_note();

revoke execute on function guard_experiment(), guard_new_conviction(), guard_new_evidence() from public;

alter table experiment enable row level security;
alter table experiment force row level security;
alter table evidence enable row level security;
alter table evidence force row level security;
create policy owner_all on experiment to trellis_owner using (true) with check (true);
create policy owner_all on evidence to trellis_owner using (true) with check (true);
create policy of_opened_client on experiment for select to trellis_app
  using (client_id = (select app_client()) and clinic_id = (select app_clinic())
    and (select app_scope()) in ('TREATING', 'SUPERVISING'));
create policy planned_by_therapist on experiment for insert to trellis_app
  with check (client_id = (select app_client()) and clinic_id = (select app_clinic())
    and (select app_scope()) = 'TREATING' and planned_by = (select app_person()));
create policy concluded_by_therapist on experiment for update to trellis_app
  using (client_id = (select app_client()) and clinic_id = (select app_clinic()) and (select app_scope()) = 'TREATING')
  with check (client_id = (select app_client()) and clinic_id = (select app_clinic())
    and (select app_scope()) = 'TREATING' and coalesce(done_by, given_up_by) = (select app_person()));
create policy of_opened_client on evidence for select to trellis_app
  using (client_id = (select app_client()) and clinic_id = (select app_clinic())
    and (select app_scope()) in ('TREATING', 'SUPERVISING'));
create policy added_by_therapist on evidence for insert to trellis_app
  with check (client_id = (select app_client()) and clinic_id = (select app_clinic())
    and (select app_scope()) = 'TREATING' and added_by = (select app_person()));

grant select, insert, update on experiment to trellis_app;
grant select, insert on evidence to trellis_app;
create trigger row_change after insert or update or delete on experiment
  for each row execute function record_row_change('id', 'client_id');
create trigger row_change after insert or update or delete on evidence
  for each row execute function record_row_change('id', 'client_id');
