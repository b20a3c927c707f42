-- Version 9: a run tells how it ended to the last: counts, exit code, reason; also one that broke off, and one
-- that was refused because another held the store.

PRAGMA user_version = 9;

-- A CHECK cannot be altered, so the table is built anew; foreign keys are not enforced while migrating.
CREATE TABLE run_9 (
  run_id          INTEGER PRIMARY KEY,
  run_uuid        TEXT NOT NULL UNIQUE,
  "trigger"       TEXT NOT NULL,                     -- who asked for it: manual, schedule, catch_up, fetch
  started_at      TEXT NOT NULL CHECK (started_at GLOB '????-??-??T*Z'),
  finished_at     TEXT CHECK (finished_at GLOB '????-??-??T*Z'),
  status          TEXT NOT NULL CHECK (status IN ('running', 'loaded', 'published', 'unchanged', 'rejected', 'failed',
                    'broken',                        -- broke off, and was taken back whole
                    'skipped')),                     -- never began, for another held the store
  tool_version    TEXT NOT NULL,
  config_sha256   TEXT NOT NULL,
  nominal_time    TEXT NOT NULL CHECK (nominal_time GLOB '????-??-??T*Z'),
  sources         TEXT CHECK (sources IS NULL OR json_valid(sources)),
  seen_at         TEXT NOT NULL CHECK (seen_at GLOB '????-??-??T*Z'), -- when pages without a time of their own count as seen
  exit_code       INTEGER CHECK (exit_code BETWEEN 0 AND 255),
  reason          TEXT,                              -- why it broke off or was skipped, and by whom
  pages_found     INTEGER CHECK (pages_found >= 0),
  pages_read      INTEGER CHECK (pages_read >= 0),
  pages_unchanged INTEGER CHECK (pages_unchanged >= 0),
  pages_failed    INTEGER CHECK (pages_failed >= 0),
  CHECK ((status = 'running') = (finished_at IS NULL))
) STRICT;

INSERT INTO run_9 (run_id, run_uuid, "trigger", started_at, finished_at, status, tool_version, config_sha256,
  nominal_time, sources, seen_at)
SELECT run_id, run_uuid, "trigger", started_at, finished_at, status, tool_version, config_sha256, nominal_time,
  sources, nominal_time
FROM run;

DROP TABLE run;
ALTER TABLE run_9 RENAME TO run;
