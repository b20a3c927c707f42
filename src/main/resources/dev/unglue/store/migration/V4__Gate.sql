-- Version 4: figures of each source, and the verdict of the gate.

PRAGMA user_version = 4;

ALTER TABLE metric ADD COLUMN scope TEXT NOT NULL DEFAULT '';  -- the source; '' for the store as a whole
ALTER TABLE metric ADD COLUMN member TEXT NOT NULL DEFAULT '';
DROP INDEX metric_key;
CREATE UNIQUE INDEX metric_key ON metric (run_id, name, scope, coalesce(attribute_id, ''), member);
CREATE INDEX metric_scope ON metric (scope, name, run_id);

CREATE TABLE gate_reason (
  run_id       INTEGER NOT NULL REFERENCES run (run_id),
  position     INTEGER NOT NULL CHECK (position >= 1),
  check_id     TEXT NOT NULL CHECK (check_id <> ''),
  scope        TEXT NOT NULL,                        -- '' where the store as a whole is meant
  attribute_id TEXT REFERENCES attribute (attribute_id),
  expected     TEXT NOT NULL,
  actual       TEXT NOT NULL,
  message      TEXT NOT NULL CHECK (message <> ''),
  PRIMARY KEY (run_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE publication (
  publication_id INTEGER PRIMARY KEY,
  run_id         INTEGER NOT NULL REFERENCES run (run_id),
  published_at   TEXT NOT NULL CHECK (published_at GLOB '????-??-??T*Z'),
  published_by   TEXT NOT NULL CHECK (published_by <> ''),
  forced         INTEGER NOT NULL CHECK (forced IN (0, 1)) -- 1: against the verdict of the gate
) STRICT;
CREATE INDEX publication_run ON publication (run_id);
