-- Version 6: every time at which a page was seen to show something, so that a page that goes from A to
-- B and back to A is believed again.

PRAGMA user_version = 6;

CREATE TABLE sighting (
  source     TEXT NOT NULL,
  page       TEXT NOT NULL,
  seen_at    TEXT NOT NULL CHECK (seen_at GLOB '????-??-??T*Z'),
  raw_sha256 TEXT NOT NULL CHECK (length(raw_sha256) = 64),
  run_id     INTEGER NOT NULL REFERENCES run (run_id),
  news       INTEGER NOT NULL CHECK (news IN (0, 1)), -- 0: the page showed the same the time before
  PRIMARY KEY (source, page, seen_at, raw_sha256)
) STRICT, WITHOUT ROWID;
CREATE INDEX sighting_run ON sighting (run_id);

INSERT INTO sighting
SELECT source, page, min(seen_at), raw_sha256, min(run_id), 1
FROM capture GROUP BY source, page, raw_sha256;

ALTER TABLE capture ADD COLUMN last_seen_at TEXT CHECK (last_seen_at GLOB '????-??-??T*Z');
UPDATE capture SET last_seen_at = seen_at;
CREATE INDEX capture_page ON capture (page, last_seen_at);
