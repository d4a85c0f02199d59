-- From which day on somebody should look at a client's goals, kept on the lines of the caseload for the desk.

alter table caseload_line add column goals_look_on date not null default '9999-12-31';
create index caseload_line_by_goals on caseload_line (therapist_id, goals_look_on, client_id)
  where goals_look_on < '9999-12-31';
comment on column caseload_line.goals_look_on is
  'The first day on which a goal that is worked on has had no rating for sixty days, or is past its date; 9999-12-31 for never.';

create function goals_look_on(p_client uuid) returns date
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select min(least(g.target_date + 1, 61 + coalesce(
    (select max(r.rated_on) from goal_rating r where r.goal_id = g.id and r.withdrawn_at is null),
    (g.proposed_at at time zone 'UTC')::date)))
  from goal g join client c on c.id = g.client_id and c.closed_at is null
  where g.client_id = p_client and g.status in ('AGREED', 'ACTIVE')
$$;

-- After the line was refreshed, whoever did it.
create function keep_goals_look_on() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  new.goals_look_on := coalesce(goals_look_on(new.client_id), '9999-12-31');
  return new;
end $$;
create trigger with_goals_to_look_at before insert or update on caseload_line
  for each row execute function keep_goals_look_on();
create constraint trigger keep_line_by_date after update of target_date on goal deferrable initially deferred
  for each row execute function keep_caseload_line('client_id');

revoke execute on function goals_look_on(uuid), keep_goals_look_on() from public;

update caseload_line set goals_look_on = goals_look_on;
