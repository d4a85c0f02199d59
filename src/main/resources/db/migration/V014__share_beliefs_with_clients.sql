-- A belief that its therapist shares can be read and rated by the client in the portal, until it is taken back.

alter table belief
  add column shared_at timestamptz,
  add column shared_by uuid,
  add column shares_ratings boolean not null default false,
  add foreign key (shared_by, clinic_id) references person (id, clinic_id),
  add check ((shared_at is null) = (shared_by is null)),
  add check (shared_at is not null or not shares_ratings);
comment on column belief.shared_at is 'Since when the client may read and rate it; null while only staff do.';
comment on column belief.shares_ratings is 'Whether the client also reads what the therapist rated.';

-- Sharing is the act of who is signed in.
create or replace function guard_belief() returns trigger
language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  if tg_op = 'DELETE' then
    raise exception 'a belief is never deleted' using errcode = 'object_not_in_prerequisite_state';
  end if;
  if (new.id, new.clinic_id, new.client_id, new.named_by, new.named_at, new.request_key) is distinct from
     (old.id, old.clinic_id, old.client_id, old.named_by, old.named_at, old.request_key) then
    raise exception 'whose belief it is never changes' using errcode = 'object_not_in_prerequisite_state';
  end if;
  if new.shared_at is not null and app_person() is not null
      and (new.shared_at, new.shared_by, new.shares_ratings)
        is distinct from (old.shared_at, old.shared_by, old.shares_ratings)
      and new.shared_by is distinct from app_person() then
    raise exception 'who shares a belief is who is signed in' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create function guard_new_belief() returns trigger
language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  if new.shared_at is not null and app_person() is not null then
    raise exception 'a belief is named before it is shared' using errcode = 'object_not_in_prerequisite_state';
  end if;
  return new;
end $$;
create trigger begins_unshared before insert on belief for each row execute function guard_new_belief();

-- Whether the client who is signed in may read this belief.
create function shows_belief(p_belief uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select app_scope() = 'OWN' and exists (select from belief b where b.id = p_belief
    and b.client_id = app_client() and b.clinic_id = app_clinic() and b.shared_at is not null)
$$;

-- Whether that client may still rate it: not once the case is closed.
create function takes_rating(p_belief uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select shows_belief(p_belief) and exists (select from client c
    where c.id = app_client() and c.clinic_id = app_clinic() and c.closed_at is null)
$$;

-- What a client reads of the own shared beliefs. The rows themselves stay hidden from clients, since a policy
-- shows a row with all its columns: where it was learned, what calls it up, what one does to stay safe.
create function shared_beliefs()
  returns table (belief_id uuid, words text, theme text, own_theme text, alternative text, shared_at timestamptz,
    shared_by text, takes_rating boolean)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select b.id, b.words, b.theme, b.own_theme, b.alternative, b.shared_at, p.name, takes_rating(b.id)
  from belief b join person p on p.id = b.shared_by
  where b.client_id = app_client() and b.clinic_id = app_clinic() and shows_belief(b.id)
  order by b.named_at, b.id
$$;

-- How these were rated: by the client always; by therapists where those are shared too, and without their remarks.
create function shared_convictions()
  returns table (belief_id uuid, rated_at timestamptz, rated_by text, rated_as text, conviction integer,
    alternative integer, remark text)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select c.belief_id, c.rated_at, p.name, c.rated_as, c.conviction, c.alternative,
    case when c.rated_as = 'CLIENT' then c.remark end
  from conviction c join belief b on b.id = c.belief_id join person p on p.id = c.rated_by
  where c.client_id = app_client() and c.clinic_id = app_clinic() and shows_belief(c.belief_id)
    and (c.rated_as = 'CLIENT' or b.shares_ratings)
  order by c.rated_at, c.id
$$;

revoke execute on function shows_belief(uuid), takes_rating(uuid), shared_beliefs(), shared_convictions() from public;
grant execute on function shows_belief(uuid), takes_rating(uuid), shared_beliefs(), shared_convictions() to trellis_app;

create policy own_of_shared on conviction for select to trellis_app
  using (client_id = (select app_client()) and clinic_id = (select app_clinic())
    and (select app_scope()) = 'OWN' and rated_as = 'CLIENT' and rated_by = (select app_person())
    and shows_belief(belief_id));
create policy rated_by_client on conviction for insert to trellis_app
  with check (client_id = (select app_client()) and clinic_id = (select app_clinic())
    and (select app_scope()) = 'OWN' and rated_by = (select app_person()) and rated_as = 'CLIENT'
    and experiment_id is null and takes_rating(belief_id));
