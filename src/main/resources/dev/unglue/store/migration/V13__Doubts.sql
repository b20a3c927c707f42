-- Version 13: what the rows in doubt and the certain cells of each field came to say, so that a run asks again
-- only those that its news reaches.
--
-- All tables kept_doubt_* can be made anew from observation: they stay in the work store and are not published. What is
-- kept of a capture that is no longer current, or by another version of the parser, is dropped by the next run that
-- changes anything; a store that keeps nothing yet is asked as a whole, once.

PRAGMA user_version = 13;

-- The captures whose cells are kept.
CREATE TABLE kept_doubt_capture (capture_id INTEGER PRIMARY KEY) STRICT;

-- The fields of which cells are kept: those in which a row was ever in doubt.
CREATE TABLE kept_doubt_field (
  field   TEXT PRIMARY KEY NOT NULL,
  version TEXT NOT NULL                              -- of the parser by which the rows were asked
) STRICT, WITHOUT ROWID;

CREATE TABLE kept_doubt_row (
  field      TEXT NOT NULL,
  row_id     INTEGER NOT NULL,                       -- key of its first observation
  capture_id INTEGER NOT NULL,
  text       TEXT NOT NULL,                          -- its cells as they have run together
  subjects   TEXT NOT NULL CHECK (json_valid(subjects)),
  options    TEXT NOT NULL CHECK (json_valid(options)), -- its readings by its own page, with their weights
  settled    TEXT NOT NULL CHECK (json_valid(settled)), -- what it says to others and is told by them
  PRIMARY KEY (field, row_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX kept_doubt_row_capture ON kept_doubt_row (capture_id);

CREATE TABLE kept_doubt_subject (
  field   TEXT NOT NULL,
  subject TEXT NOT NULL,
  row_id  INTEGER NOT NULL,
  PRIMARY KEY (field, subject, row_id)
) STRICT, WITHOUT ROWID;

-- The certain cells.
CREATE TABLE kept_doubt_cell (
  field      TEXT NOT NULL,
  subject    TEXT NOT NULL,
  cell       TEXT NOT NULL,
  capture_id INTEGER NOT NULL,
  apart      INTEGER NOT NULL CHECK (apart IN (0, 1)), -- 1: a name that the page prints in a cell of its own
  PRIMARY KEY (field, subject, cell, capture_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX kept_doubt_cell_capture ON kept_doubt_cell (capture_id);
CREATE INDEX kept_doubt_cell_apart ON kept_doubt_cell (field, cell) WHERE apart;
