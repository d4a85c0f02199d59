-- Three policies let through more than the rules of access say. A guard or the service behind them refused it all
-- the same; each layer holds alone.

-- Who treated a client once no longer sees even that.
drop policy seen_by on caseload;
create policy seen_by on caseload for select to trellis_app
  using (clinic_id = (select app_clinic())
    and ((select app_role()) = 'ADMINISTRATOR' or (therapist_id = (select app_person()) and until is null)
      or client_id = (select app_client())));

-- A supervisor gives no inventory.
drop policy used_by_therapists on inventory_use;
create policy used_by_therapists on inventory_use for insert to trellis_app
  with check (clinic_id = (select app_clinic()) and (select app_scope()) = 'TREATING');

-- Only who supervises its author sends a note back; the guard has written by then who signed it.
drop policy sent_by_supervisor on note_return;
create policy sent_by_supervisor on note_return for insert to trellis_app
  with check (client_id = (select app_client()) and clinic_id = (select app_clinic())
    and returned_by = (select app_person()) and cosigns_for(signed_by));
