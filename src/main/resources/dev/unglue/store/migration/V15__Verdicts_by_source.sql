-- Version 15: how each source fared in each run, planned against received; and a run of which no source was reached.

PRAGMA user_version = 15;

-- A CHECK cannot be altered, so the table is built anew; foreign keys are not enforced while migrating.
CREATE TABLE run_15 (
  run_id          INTEGER PRIMARY KEY,
  run_uuid        TEXT NOT NULL UNIQUE,
  "trigger"       TEXT NOT NULL,                     -- who asked for it: manual, schedule, catch_up, fetch
  started_at      TEXT NOT NULL CHECK (started_at GLOB '????-??-??T*Z'),
  finished_at     TEXT CHECK (finished_at GLOB '????-??-??T*Z'),
  status          TEXT NOT NULL CHECK (status IN ('running', 'loaded', 'published', 'unchanged', 'rejected', 'failed',
                    'unreachable',                   -- no source was reached, nothing was read
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

INSERT INTO run_15 SELECT run_id, run_uuid, "trigger", started_at, finished_at, status, tool_version, config_sha256,
  nominal_time, sources, seen_at, exit_code, reason, pages_found, pages_read, pages_unchanged, pages_failed
FROM run;

DROP TABLE run;
ALTER TABLE run_15 RENAME TO run;

CREATE TABLE night (
  run_id     INTEGER NOT NULL REFERENCES run (run_id),
  source     TEXT NOT NULL CHECK (source <> ''),
  verdict    TEXT NOT NULL CHECK (verdict IN ('ok', 'partial', 'unreachable', 'rejected')),
  received   INTEGER NOT NULL CHECK (received >= 0),  -- pages that came, and say something new
  unchanged  INTEGER NOT NULL CHECK (unchanged >= 0),
  gone       INTEGER NOT NULL CHECK (gone >= 0),
  forbidden  INTEGER NOT NULL CHECK (forbidden >= 0),
  failed     INTEGER NOT NULL CHECK (failed >= 0),
  reasons    TEXT NOT NULL CHECK (json_valid(reasons)), -- a list of sentences: why it is not ok
  missed     TEXT NOT NULL CHECK (json_valid(missed)),  -- the first pages that were planned and not received
  contact_at TEXT CHECK (contact_at GLOB '????-??-??T*Z'), -- when it brought or confirmed data; absent where it did not
  PRIMARY KEY (run_id, source)
) STRICT, WITHOUT ROWID;
CREATE INDEX night_source ON night (source, run_id);

-- Of older runs only the verdict is known.
INSERT INTO night
SELECT run_id, j.value, CASE status WHEN 'rejected' THEN 'rejected' ELSE 'ok' END, 0, 0, 0, 0, 0, '[]', '[]',
  CASE WHEN status <> 'rejected' THEN nominal_time END
FROM run, json_each(run.sources) j WHERE status IN ('published', 'unchanged', 'rejected');

-- What became of one address, night by night.
CREATE INDEX fetch_url ON fetch (url, run_id);
