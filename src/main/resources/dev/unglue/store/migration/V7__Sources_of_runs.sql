-- Version 7: which sources a run was to read, so that each has a last good run.

PRAGMA user_version = 7;

ALTER TABLE run ADD COLUMN sources TEXT CHECK (sources IS NULL OR json_valid(sources));
