-- Who of the people around a client is part of a goal. As long as the goal is open, they stay on the map.

alter table goal add column supporter_id uuid;
alter table goal add foreign key (supporter_id, client_id, clinic_id) references supporter (id, client_id, clinic_id);
create index goal_of_supporter on goal (supporter_id) where supporter_id is not null;
comment on column goal.supporter_id is 'Who of the client''s support map is part of it; null where nobody is.';

-- Whether a supporter of the client who is open is part of an open goal, whether or not the caller may read the goal.
create function supporter_involved(p_supporter uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select exists (select from goal g where g.supporter_id = p_supporter and g.status not in ('MET', 'ENDED')
    and (app_person() is null or (g.client_id = app_client() and g.clinic_id = app_clinic())))
$$;

-- Whether a supporter is on the map as it stands; asked by the guards alone.
create function supporter_on_map(p_supporter uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select coalesce((select s.on_map from supporter_state s where s.supporter_id = p_supporter
    order by s.number desc limit 1), false)
$$;

create function guard_involved_supporter() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  perform hold_support_map(new.client_id);
  if not supporter_on_map(new.supporter_id) then
    raise exception 'a goal names somebody on the map' using errcode = 'object_not_in_prerequisite_state';
  end if;
  return new;
end $$;
create trigger names_who_is_there before insert on goal
  for each row when (new.supporter_id is not null) execute function guard_involved_supporter();
create trigger names_whoever_is_there before update of supporter_id on goal
  for each row when (new.supporter_id is not null and new.supporter_id is distinct from old.supporter_id)
  execute function guard_involved_supporter();

-- Runs after follows_the_last, which holds the map.
create function guard_leaving_supporter() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if supporter_on_map(new.supporter_id) and supporter_involved(new.supporter_id) then
    raise exception 'who is part of an open goal stays on the map' using errcode = 'object_not_in_prerequisite_state';
  end if;
  return new;
end $$;
create trigger stays_while_involved before insert on supporter_state
  for each row when (not new.on_map) execute function guard_leaving_supporter();

revoke execute on function supporter_involved(uuid), supporter_on_map(uuid), guard_involved_supporter(),
  guard_leaving_supporter() from public;
grant execute on function supporter_involved(uuid) to trellis_app;
