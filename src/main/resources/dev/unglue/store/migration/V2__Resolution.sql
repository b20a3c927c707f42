-- Version 2: what other captures decide of a cell that its own page leaves in doubt.
--
-- observation stays as it was read. Of the rows of one cell here the one of the newest run governs;
-- where that row says the same as the observation, the other captures have taken their word back.

PRAGMA user_version = 2;

CREATE TABLE resolution (
  observation_id INTEGER NOT NULL REFERENCES observation (observation_id),
  run_id         INTEGER NOT NULL REFERENCES run (run_id), -- the run that came to know it
  state          TEXT NOT NULL CHECK (state IN ('value', 'missing', 'ambiguous', 'out_of_range', 'unparsed')),
  value_num      ANY CHECK (typeof(value_num) IN ('integer', 'real', 'null')),
  value_text     TEXT,
  raw_text       TEXT NOT NULL,
  raw_start      INTEGER NOT NULL CHECK (raw_start >= 0),
  raw_end        INTEGER NOT NULL,
  method         TEXT NOT NULL,
  confidence     REAL NOT NULL CHECK (confidence BETWEEN 0 AND 1),
  candidates     TEXT CHECK (candidates IS NULL OR json_valid(candidates)),
  PRIMARY KEY (observation_id, run_id),
  CHECK (raw_start <= raw_end),
  CHECK (CASE WHEN state IN ('value', 'out_of_range')
              THEN (value_num IS NULL) <> (value_text IS NULL)
              ELSE value_num IS NULL AND value_text IS NULL END)
) STRICT, WITHOUT ROWID;
CREATE INDEX resolution_run ON resolution (run_id);
