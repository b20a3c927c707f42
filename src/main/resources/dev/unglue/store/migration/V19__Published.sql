-- Version 19: what is published, for as long as the store holds nothing else, so that a night that brings nothing need
-- not write it anew.

PRAGMA user_version = 19;

-- The last run of the published file. One row, or none: any change of what the pages say drops it, and what only tells
-- of runs (run, night, publication, fetch, metric, gate_reason) leaves it.
CREATE TABLE kept_published (run_uuid TEXT NOT NULL) STRICT;
