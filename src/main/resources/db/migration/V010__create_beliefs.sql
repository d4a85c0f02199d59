-- The belief ledger: what a client believes, in the client's own words, and how strongly, over time.

create table belief (
  id uuid primary key,
  clinic_id uuid not null,
  client_id uuid not null,
  words text not null check (length(words) between 1 and 500),
  theme text not null check (theme in ('HELP_IS_WEAKNESS', 'OTHERS_LET_ME_DOWN', 'MUST_BE_PERFECT',
    'CLOSENESS_IS_DANGER', 'ALONE_IS_SAFE', 'ALL_DEPENDS_ON_ME', 'OWN')),
  own_theme text check (length(own_theme) between 1 and 100),
  about text not null check (about in ('SELF', 'OTHERS', 'WORLD')),
  origin text check (origin in ('ABANDONMENT', 'BROKEN_TRUST', 'BETRAYAL', 'CHILDHOOD_TRAUMA', 'OTHER')),
  origin_age smallint check (origin_age between 0 and 120),
  triggers text check (length(triggers) between 1 and 1000),
  safety text check (length(safety) between 1 and 1000),
  alternative text check (length(alternative) between 1 and 500),
  named_by uuid not null,
  named_at timestamptz not null,
  revised_at timestamptz not null,
  request_key uuid not null,
  version bigint not null default 0,
  unique (id, client_id, clinic_id),
  unique (clinic_id, request_key),
  foreign key (client_id, clinic_id) references client (id, clinic_id),
  foreign key (named_by, clinic_id) references person (id, clinic_id),
  check ((theme = 'OWN') = (own_theme is not null))
);
create index belief_of_client on belief (client_id, named_at);
comment on column belief.words is 'The belief in the client''s own words.';
comment on column belief.safety is 'What the client does to stay safe from what the belief foretells.';
comment on column belief.alternative is 'What the client would rather believe, in the client''s own words.';

create table conviction (
  id uuid primary key,
  clinic_id uuid not null,
  client_id uuid not null,
  belief_id uuid not null,
  rated_by uuid not null,
  rated_as text not null check (rated_as in ('THERAPIST', 'CLIENT')),
  rated_at timestamptz not null,
  conviction smallint not null check (conviction between 0 and 100),
  alternative smallint check (alternative between 0 and 100),
  remark text check (length(remark) between 1 and 500),
  request_key uuid not null,
  unique (clinic_id, request_key),
  foreign key (belief_id, client_id, clinic_id) references belief (id, client_id, clinic_id),
  foreign key (rated_by, clinic_id) references person (id, clinic_id)
);
create index conviction_of_belief on conviction (belief_id, rated_at);
comment on column conviction.conviction is 'How true the belief feels, 0 not at all, 100 entirely.';
comment on column conviction.alternative is 'The same of the alternative belief.';

-- A belief stays with its client and with who named it; its words may be revised. A rating never changes.
create function guard_belief() returns trigger
language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  if tg_op = 'DELETE' then
    raise exception 'a belief is never deleted' using errcode = 'object_not_in_prerequisite_state';
  end if;
  if (new.id, new.clinic_id, new.client_id, new.named_by, new.named_at, new.request_key) is distinct from
     (old.id, old.clinic_id, old.client_id, old.named_by, old.named_at, old.request_key) then
    raise exception 'whose belief it is never changes' using errcode = 'object_not_in_prerequisite_state';
  end if;
  return new;
end $$;
create trigger guarded before update or delete on belief for each row execute function guard_belief();
create trigger never_emptied before truncate on belief for each statement execute function refuse_change_of_note();
create trigger never_changed before update or delete on conviction
  for each row execute function refuse_change_of_note();
create trigger never_emptied before truncate on conviction for each statement execute function refuse_change_of_note();

alter table belief enable row level security;
alter table belief force row level security;
alter table conviction enable row level security;
alter table conviction force row level security;
create policy owner_all on belief to trellis_owner using (true) with check (true);
create policy owner_all on conviction to trellis_owner using (true) with check (true);
create policy of_opened_client on belief for select to trellis_app
  using (client_id = (select app_client()) and clinic_id = (select app_clinic())
    and (select app_scope()) in ('TREATING', 'SUPERVISING'));
create policy named_by_therapist on belief for insert to trellis_app
  with check (client_id = (select app_client()) and clinic_id = (select app_clinic())
    and (select app_scope()) = 'TREATING' and named_by = (select app_person()));
create policy revised_by_therapists on belief for update to trellis_app
  using (client_id = (select app_client()) and clinic_id = (select app_clinic()) and (select app_scope()) = 'TREATING')
  with check (client_id = (select app_client()) and clinic_id = (select app_clinic())
    and (select app_scope()) = 'TREATING');
create policy of_opened_client on conviction for select to trellis_app
  using (client_id = (select app_client()) and clinic_id = (select app_clinic())
    and (select app_scope()) in ('TREATING', 'SUPERVISING'));
create policy rated_by_therapist on conviction for insert to trellis_app
  with check (client_id = (select app_client()) and clinic_id = (select app_clinic())
    and (select app_scope()) = 'TREATING' and rated_by = (select app_person()) and rated_as = (select app_role()));

grant select, insert, update on belief to trellis_app;
grant select, insert on conviction to trellis_app;
create trigger row_change after insert or update or delete on belief
  for each row execute function record_row_change('id', 'client_id');
create trigger row_change after insert or update or delete on conviction
  for each row execute function record_row_change('id', 'client_id');
