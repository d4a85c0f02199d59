-- What a change of a goal says in codes is one of those codes, as in the goal that it tells of.
alter table goal_change
  add check (status in ('PROPOSED', 'AGREED', 'ACTIVE', 'ON_HOLD', 'MET', 'ENDED')),
  add check (changed_as in ('THERAPIST', 'CLIENT'));
