-- How far a client's goals got, kept on the lines of the caseload as numbers alone.

alter table caseload_line
  add column goal_means numeric(4, 2)[] not null default '{}',
  add column goal_means_of_levels boolean not null default false,
  add column goal_means_by_client boolean not null default false;
comment on column caseload_line.goal_means is
  'The mean over the goals that are worked on, on each of the last twelve days on which one was rated, oldest first.';
comment on column caseload_line.goal_means_of_levels is 'Whether they are levels, -2 to 2; otherwise 0 to 10.';
comment on column caseload_line.goal_means_by_client is 'Whether the client rated them, and not a therapist.';
comment on table caseload_line is
  'A read model kept by triggers; its source is client, caseload, assignment, goal, goal_scale and goal_rating.';

-- One series: of levels rather than of scores, by therapists rather than by the client; the other where one is missing.
create function goal_course(p_client uuid) returns table (means numeric(4, 2)[], of_levels boolean, by_client boolean)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  with counted as (
    select r.goal_id, r.rated_on, r.kept_at, coalesce(r.level, r.score) as value,
      r.level is not null as of_levels, r.rated_as = 'CLIENT' as by_client
    from goal g join goal_rating r on r.goal_id = g.id and r.withdrawn_at is null
    where g.client_id = p_client and g.status in ('AGREED', 'ACTIVE')
      and case when r.level is null then g.rank is not null
        else r.scale_id = (select s.id from goal_scale s where s.goal_id = g.id and s.agreed_at is not null
          order by s.number desc limit 1) end),
  chosen as (select of_levels, by_client from counted order by of_levels desc, by_client limit 1),
  series as (select * from counted natural join chosen),
  days as (select distinct rated_on from series order by rated_on desc limit 12)
  select array_agg(d.mean order by d.rated_on), bool_and(c.of_levels), bool_and(c.by_client)
  from chosen c cross join (select days.rated_on,
      (select round(avg(newest.value), 2) from (select distinct on (s.goal_id) s.value from series s
        where s.rated_on <= days.rated_on order by s.goal_id, s.rated_on desc, s.kept_at desc) newest) as mean
    from days) d
  having count(*) > 0
$$;

-- As before, with the goals; one transaction at a time refreshes the lines of a client, so that none misses another's.
create or replace function refresh_caseload_line(p_client uuid) returns void
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  perform pg_advisory_xact_lock(hashtextextended(p_client::text, 24));
  delete from caseload_line l where l.client_id = p_client
    and not exists (select from caseload c where c.client_id = p_client and c.therapist_id = l.therapist_id
      and c.until is null);
  insert into caseload_line (clinic_id, therapist_id, client_id, name, name_key, birth_date,
      last_mean, recent_means, last_at, open_assignment, due_on, review_assignment, review_since,
      goal_means, goal_means_of_levels, goal_means_by_client)
  select c.clinic_id, l.therapist_id, c.id, c.name, c.name_key, c.birth_date,
      last.mean, coalesce(recent.means, '{}'), coalesce(last.submitted_at, '0001-01-01T00:00:00Z'),
      open.id, coalesce(open.due_on, '9999-12-31'), review.id, review.submitted_at,
      coalesce(goals.means, '{}'), coalesce(goals.of_levels, false), coalesce(goals.by_client, false)
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
    left join lateral goal_course(c.id) goals on true
    where c.id = p_client
  on conflict (therapist_id, client_id) do update set
    name = excluded.name, name_key = excluded.name_key, birth_date = excluded.birth_date,
    last_mean = excluded.last_mean, recent_means = excluded.recent_means, last_at = excluded.last_at,
    open_assignment = excluded.open_assignment, due_on = excluded.due_on,
    review_assignment = excluded.review_assignment, review_since = excluded.review_since,
    goal_means = excluded.goal_means, goal_means_of_levels = excluded.goal_means_of_levels,
    goal_means_by_client = excluded.goal_means_by_client;
end $$;

revoke execute on function goal_course(uuid) from public;

-- At the end of the transaction, when it holds all else that it needs.
create constraint trigger keep_line after update of status, rank on goal deferrable initially deferred
  for each row execute function keep_caseload_line('client_id');
create constraint trigger keep_line after update of agreed_at on goal_scale deferrable initially deferred
  for each row execute function keep_caseload_line('client_id');
create constraint trigger keep_line after insert or update on goal_rating deferrable initially deferred
  for each row execute function keep_caseload_line('client_id');

update caseload_line l set (goal_means, goal_means_of_levels, goal_means_by_client) =
    (select g.means, g.of_levels, g.by_client from goal_course(l.client_id) g)
  where exists (select from goal_course(l.client_id));
