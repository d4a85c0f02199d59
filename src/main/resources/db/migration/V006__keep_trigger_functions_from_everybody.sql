-- What triggers call runs with the owner's rights, and whoever may execute it may also bind it to a
-- table of their own. Firing needs no such right, so nobody keeps it.

revoke execute on function record_row_change(), refuse_change_after_submission(), keep_caseload_line() from public;
