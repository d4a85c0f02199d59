-- Each change of an answer used to add its key for good, so that an answer changed a thousand times was read and
-- written with a thousand keys. A browser has one change of an item under way and retries it at once.
comment on column answer.keys is
  'The idempotency keys of the last eight changes, the latest first: a retry of one of them changes nothing.';
