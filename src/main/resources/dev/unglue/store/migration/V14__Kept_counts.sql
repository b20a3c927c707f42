-- Version 14: what every run counts, kept from run to run, so that a night counts only what it changes.
--
-- All names begin with "kept_". Nothing of it is published, and all of it can be counted again from the other tables.

PRAGMA user_version = 14;

-- How many cells of current captures are believed to be in each state. A block is 4,096 observations by number: it
-- tells where the first cells of a rare state lie. The triggers below keep it true whoever writes.
CREATE TABLE kept_cells (
  attribute_id TEXT NOT NULL,
  state        TEXT NOT NULL,
  block        INTEGER NOT NULL,
  layout       TEXT NOT NULL,
  n            INTEGER NOT NULL,
  PRIMARY KEY (attribute_id, state, block, layout)
) STRICT, WITHOUT ROWID;

INSERT INTO kept_cells
SELECT o.attribute_id, coalesce(r.state, o.state), o.observation_id / 4096, coalesce(o.layout, c.layout), count(*)
FROM capture c JOIN observation o USING (capture_id)
  LEFT JOIN resolution r ON r.observation_id = o.observation_id AND r.run_id = (
    SELECT max(n.run_id) FROM resolution n WHERE n.observation_id = o.observation_id)
WHERE c.parse_status <> 'superseded'
GROUP BY 1, 2, 3, 4;

CREATE TRIGGER kept_observation AFTER INSERT ON observation BEGIN
  INSERT INTO kept_cells
  SELECT NEW.attribute_id, NEW.state, NEW.observation_id / 4096, coalesce(NEW.layout, c.layout), 1
  FROM capture c WHERE c.capture_id = NEW.capture_id AND c.parse_status <> 'superseded'
  ON CONFLICT DO UPDATE SET n = n + 1;
END;

CREATE TRIGGER kept_no_observation BEFORE DELETE ON observation BEGIN
  INSERT INTO kept_cells
  SELECT OLD.attribute_id, coalesce(r.state, OLD.state), OLD.observation_id / 4096, coalesce(OLD.layout, c.layout), -1
  FROM capture c
    LEFT JOIN resolution r ON r.observation_id = OLD.observation_id AND r.run_id = (
      SELECT max(n.run_id) FROM resolution n WHERE n.observation_id = OLD.observation_id)
  WHERE c.capture_id = OLD.capture_id AND c.parse_status <> 'superseded'
  ON CONFLICT DO UPDATE SET n = n - 1;
END;

-- A row counts from the run that came to know it; rows are never changed.
CREATE TRIGGER kept_resolution AFTER INSERT ON resolution BEGIN
  INSERT INTO kept_cells
  SELECT o.attribute_id, coalesce(r.state, o.state), o.observation_id / 4096, coalesce(o.layout, c.layout), -1
  FROM observation o JOIN capture c USING (capture_id)
    LEFT JOIN resolution r ON r.observation_id = o.observation_id AND r.run_id = (
      SELECT max(n.run_id) FROM resolution n
      WHERE n.observation_id = o.observation_id AND n.run_id < NEW.run_id)
  WHERE o.observation_id = NEW.observation_id AND c.parse_status <> 'superseded'
  ON CONFLICT DO UPDATE SET n = n - 1;
  INSERT INTO kept_cells
  SELECT o.attribute_id, NEW.state, o.observation_id / 4096, coalesce(o.layout, c.layout), 1
  FROM observation o JOIN capture c USING (capture_id)
  WHERE o.observation_id = NEW.observation_id AND c.parse_status <> 'superseded'
  ON CONFLICT DO UPDATE SET n = n + 1;
END;

CREATE TRIGGER kept_superseded AFTER UPDATE OF parse_status ON capture
WHEN (OLD.parse_status = 'superseded') <> (NEW.parse_status = 'superseded') BEGIN
  INSERT INTO kept_cells
  SELECT o.attribute_id, coalesce(r.state, o.state), o.observation_id / 4096, coalesce(o.layout, NEW.layout),
    count(*) * CASE NEW.parse_status WHEN 'superseded' THEN -1 ELSE 1 END
  FROM observation o
    LEFT JOIN resolution r ON r.observation_id = o.observation_id AND r.run_id = (
      SELECT max(n.run_id) FROM resolution n WHERE n.observation_id = o.observation_id)
  WHERE o.capture_id = NEW.capture_id
  GROUP BY 1, 2, 3, 4
  ON CONFLICT DO UPDATE SET n = n + excluded.n;
END;

-- How many facts of each attribute are believed now.
CREATE TABLE kept_facts (
  attribute_id TEXT PRIMARY KEY NOT NULL,
  n            INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

INSERT INTO kept_facts SELECT attribute_id, count(*) FROM fact WHERE valid_to IS NULL GROUP BY attribute_id;

CREATE TRIGGER kept_fact AFTER INSERT ON fact WHEN NEW.valid_to IS NULL BEGIN
  INSERT INTO kept_facts VALUES (NEW.attribute_id, 1) ON CONFLICT DO UPDATE SET n = n + 1;
END;

CREATE TRIGGER kept_no_fact AFTER DELETE ON fact WHEN OLD.valid_to IS NULL BEGIN
  UPDATE kept_facts SET n = n - 1 WHERE attribute_id = OLD.attribute_id;
END;

CREATE TRIGGER kept_fact_turned AFTER UPDATE OF valid_to ON fact
WHEN (OLD.valid_to IS NULL) <> (NEW.valid_to IS NULL) BEGIN
  UPDATE kept_facts SET n = n + CASE WHEN NEW.valid_to IS NULL THEN 1 ELSE -1 END
  WHERE attribute_id = NEW.attribute_id;
END;

-- Numbers in their order, for the distributions of the report, and captures by layout; each answers by itself.
CREATE INDEX kept_fact_number ON fact (attribute_id, value_num, valid_to)
  WHERE valid_to IS NULL AND member = '' AND ordinal = 0 AND value_num IS NOT NULL;
CREATE INDEX kept_capture_layout ON capture (layout) WHERE parse_status <> 'superseded';

-- What the figures of a source rest on: the captures that the last run to measure it has met.
CREATE TABLE kept_source (
  source TEXT PRIMARY KEY NOT NULL,
  run_id INTEGER NOT NULL                -- the run that measured it last: cells count as they were believed then
) STRICT, WITHOUT ROWID;

CREATE TABLE kept_met (
  capture_id INTEGER PRIMARY KEY,
  source     TEXT NOT NULL
) STRICT;
CREATE INDEX kept_met_source ON kept_met (source);

CREATE TABLE kept_figure (
  source       TEXT NOT NULL,
  attribute_id TEXT NOT NULL,
  cells        INTEGER NOT NULL DEFAULT 0,
  filled       INTEGER NOT NULL DEFAULT 0,
  ambiguous    INTEGER NOT NULL DEFAULT 0,
  pages_with   INTEGER NOT NULL DEFAULT 0,
  values_n     INTEGER NOT NULL DEFAULT 0,  -- distinct values
  numbers      INTEGER NOT NULL DEFAULT 0,  -- cells with a number
  median       ANY,                         -- of these; absent where there are none
  below        INTEGER NOT NULL DEFAULT 0,  -- cells with a number that is less than the median
  PRIMARY KEY (source, attribute_id)
) STRICT, WITHOUT ROWID;

-- Pages with a label that the catalogue does not know.
CREATE TABLE kept_label (
  source TEXT NOT NULL,
  label  TEXT NOT NULL,
  pages  INTEGER NOT NULL,
  PRIMARY KEY (source, label)
) STRICT, WITHOUT ROWID;

CREATE TABLE kept_value (
  source       TEXT NOT NULL,
  attribute_id TEXT NOT NULL,
  value        ANY NOT NULL,              -- a number, or a text in lower case
  n            INTEGER NOT NULL,
  PRIMARY KEY (source, attribute_id, value)
) STRICT, WITHOUT ROWID;
