-- A rating is withdrawn by who gave it, a therapist who treats the client or the client, and by nobody else.

drop policy withdrawn_by_therapists on goal_rating;
create policy withdrawn_by_therapist on goal_rating for update to trellis_app
  using (client_id = (select app_client()) and clinic_id = (select app_clinic())
    and (select app_scope()) = 'TREATING' and rated_as = 'THERAPIST' and rated_by = (select app_person()))
  with check (client_id = (select app_client()) and clinic_id = (select app_clinic())
    and (select app_scope()) = 'TREATING' and rated_as = 'THERAPIST' and rated_by = (select app_person()));
create policy withdrawn_by_client on goal_rating for update to trellis_app
  using (client_id = (select app_client()) and clinic_id = (select app_clinic())
    and (select app_scope()) = 'OWN' and rated_as = 'CLIENT' and rated_by = (select app_person())
    and shows_goal(goal_id))
  with check (client_id = (select app_client()) and clinic_id = (select app_clinic())
    and (select app_scope()) = 'OWN' and rated_as = 'CLIENT' and rated_by = (select app_person())
    and shows_goal(goal_id));
