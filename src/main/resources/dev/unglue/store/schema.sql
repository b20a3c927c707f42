-- What the migrations add up to, for a store that is new. Written by SchemaTest; do not edit.
PRAGMA application_id = 1970169708;
PRAGMA user_version = 22;
CREATE TABLE fetch (
  run_id      INTEGER NOT NULL REFERENCES run (run_id),
  url         TEXT NOT NULL,
  source      TEXT NOT NULL,
  outcome     TEXT NOT NULL CHECK (outcome <> ''),
  http_status INTEGER CHECK (http_status BETWEEN 100 AND 599),
  reason      TEXT,
  attempts    INTEGER NOT NULL DEFAULT 0 CHECK (attempts >= 0),
  fetched_at  TEXT CHECK (fetched_at GLOB '????-??-??T*Z'),
  size_bytes  INTEGER CHECK (size_bytes >= 0),
  raw_sha256  TEXT CHECK (length(raw_sha256) = 64), role TEXT NOT NULL DEFAULT 'page' CHECK (role IN ('page', 'sitemap')), content_sha256 TEXT, etag TEXT, last_modified TEXT, redirected_to TEXT, robots TEXT,
  PRIMARY KEY (run_id, url)
) STRICT;
CREATE TABLE attribute (
  attribute_id TEXT PRIMARY KEY NOT NULL CHECK (attribute_id <> ''),
  title        TEXT NOT NULL,
  value_type   TEXT NOT NULL CHECK (value_type <> ''),
  unit         TEXT NOT NULL,                        -- '' for text
  hard_min     ANY CHECK (typeof(hard_min) IN ('integer', 'real', 'null')),
  hard_max     ANY CHECK (typeof(hard_max) IN ('integer', 'real', 'null')),
  numeric      INTEGER NOT NULL CHECK (numeric IN (0, 1)),
  position     INTEGER CHECK (position >= 1),        -- place in the catalogue; absent for what stands in it no more
  CHECK ((hard_min IS NULL) = (hard_max IS NULL)),
  CHECK (hard_min IS NULL OR hard_min <= hard_max)
) STRICT;
CREATE TABLE subject (
  subject_id INTEGER PRIMARY KEY,
  kind       TEXT NOT NULL CHECK (kind <> ''),
  slug       TEXT NOT NULL UNIQUE CHECK (slug <> ''),
  name       TEXT NOT NULL CHECK (name <> '')
) STRICT;
CREATE TABLE subject_alias (
  alias      TEXT NOT NULL CHECK (alias <> ''),
  subject_id INTEGER NOT NULL REFERENCES subject (subject_id),
  PRIMARY KEY (alias, subject_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX subject_alias_subject ON subject_alias (subject_id);
CREATE TABLE capture (
  capture_id     INTEGER PRIMARY KEY,
  run_id         INTEGER NOT NULL REFERENCES run (run_id),
  source         TEXT NOT NULL,
  page           TEXT NOT NULL CHECK (page <> ''),   -- what people call it: the url, else the path
  url            TEXT,
  captured_at    TEXT CHECK (captured_at GLOB '????-??-??T*Z'),
  seen_at        TEXT NOT NULL CHECK (seen_at GLOB '????-??-??T*Z'),
  raw_sha256     TEXT NOT NULL CHECK (length(raw_sha256) = 64),
  content_sha256 TEXT NOT NULL,
  media_type     TEXT NOT NULL,
  layout         TEXT NOT NULL CHECK (layout <> ''),
  page_kind      TEXT NOT NULL CHECK (page_kind IN ('comparison', 'profile', 'other', 'none')),
  raw_path       TEXT NOT NULL,
  raw_offset     INTEGER NOT NULL CHECK (raw_offset >= 0),
  truncated      TEXT,
  parser_version TEXT NOT NULL,
  parse_status   TEXT NOT NULL CHECK (parse_status IN ('ok', 'no_table', 'superseded')),
  subject_set    TEXT,                               -- slugs of the compared subjects, sorted; absent below two
  notes          TEXT CHECK (notes IS NULL OR json_valid(notes)), last_seen_at TEXT CHECK (last_seen_at GLOB '????-??-??T*Z'), canonical TEXT, -- json_valid(NULL) is 0 in older shells
  UNIQUE (page, source, raw_sha256, parser_version)
) STRICT;
CREATE INDEX capture_raw ON capture (raw_sha256);
CREATE INDEX capture_subject_set ON capture (subject_set) WHERE subject_set IS NOT NULL;
CREATE INDEX capture_run ON capture (run_id);
CREATE TABLE comparison (
  capture_id INTEGER NOT NULL REFERENCES capture (capture_id),
  position   INTEGER NOT NULL CHECK (position >= 1), -- 1 is the left one
  subject_id INTEGER NOT NULL REFERENCES subject (subject_id), name TEXT,
  PRIMARY KEY (capture_id, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX comparison_subject ON comparison (subject_id);
CREATE TABLE observation (
  observation_id INTEGER PRIMARY KEY,
  capture_id     INTEGER NOT NULL REFERENCES capture (capture_id),
  subject_id     INTEGER REFERENCES subject (subject_id), -- absent for what is said of the page as a whole
  attribute_id   TEXT NOT NULL REFERENCES attribute (attribute_id),
  member         TEXT NOT NULL DEFAULT '',
  ordinal        INTEGER NOT NULL DEFAULT 0 CHECK (ordinal >= 0),
  section        TEXT NOT NULL CHECK (section IN ('overview', 'salary', 'education', 'demographics', 'prose',
                                                  'skills', 'responsibilities', 'profile', 'related', 'page')),
  state          TEXT NOT NULL CHECK (state IN ('value', 'missing', 'ambiguous', 'out_of_range', 'unparsed')),
  value_num      ANY CHECK (typeof(value_num) IN ('integer', 'real', 'null')),
  value_text     TEXT,
  raw_text       TEXT NOT NULL,
  raw_start      INTEGER NOT NULL CHECK (raw_start >= 0),
  raw_end        INTEGER NOT NULL,
  method         TEXT NOT NULL,
  confidence     REAL NOT NULL CHECK (confidence BETWEEN 0 AND 1),
  candidates     TEXT CHECK (candidates IS NULL OR json_valid(candidates)),
  layout         TEXT,
  CHECK (raw_start <= raw_end),
  CHECK (CASE WHEN state IN ('value', 'out_of_range')
              THEN (value_num IS NULL) <> (value_text IS NULL)
              ELSE value_num IS NULL AND value_text IS NULL END)
) STRICT;
CREATE UNIQUE INDEX observation_cell ON observation
  (capture_id, subject_id, attribute_id, member, ordinal, section, raw_start, raw_end);
CREATE UNIQUE INDEX observation_page_cell ON observation
  (capture_id, attribute_id, member, ordinal, section, raw_start, raw_end) WHERE subject_id IS NULL;
CREATE INDEX observation_subject ON observation (subject_id, attribute_id);
CREATE TABLE fact (
  subject_id   INTEGER NOT NULL REFERENCES subject (subject_id),
  attribute_id TEXT NOT NULL REFERENCES attribute (attribute_id),
  member       TEXT NOT NULL DEFAULT '',
  ordinal      INTEGER NOT NULL DEFAULT 0 CHECK (ordinal >= 0),
  valid_from   TEXT NOT NULL CHECK (valid_from GLOB '????-??-??T*Z'),
  valid_to     TEXT CHECK (valid_to GLOB '????-??-??T*Z'), -- absent while we believe it
  value_num    ANY CHECK (typeof(value_num) IN ('integer', 'real', 'null')),
  value_text   TEXT,
  resolution   TEXT NOT NULL CHECK (resolution <> ''),
  support      INTEGER NOT NULL CHECK (support >= 0),
  dissent      INTEGER NOT NULL CHECK (dissent >= 0),
  confidence   REAL NOT NULL CHECK (confidence BETWEEN 0 AND 1),
  run_id       INTEGER NOT NULL REFERENCES run (run_id),
  PRIMARY KEY (subject_id, attribute_id, member, ordinal, valid_from),
  CHECK ((value_num IS NULL) <> (value_text IS NULL)),
  CHECK (valid_to IS NULL OR rtrim(valid_from, 'Z') < rtrim(valid_to, 'Z'))
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX fact_open ON fact (subject_id, attribute_id, member, ordinal) WHERE valid_to IS NULL;
CREATE INDEX fact_attribute ON fact (attribute_id) WHERE valid_to IS NULL;
CREATE TABLE rule (
  rule_id  TEXT PRIMARY KEY NOT NULL CHECK (rule_id <> ''),
  title    TEXT NOT NULL,
  severity TEXT NOT NULL CHECK (severity IN ('info', 'warn', 'error', 'fatal'))
) STRICT;
CREATE TABLE rule_result (
  run_id    INTEGER NOT NULL REFERENCES run (run_id),
  rule_id   TEXT NOT NULL REFERENCES rule (rule_id),
  evaluated INTEGER NOT NULL CHECK (evaluated >= 0),
  failed    INTEGER NOT NULL CHECK (failed >= 0),
  status    TEXT NOT NULL CHECK (status <> ''),
  PRIMARY KEY (run_id, rule_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE flag (
  flag_id      INTEGER PRIMARY KEY,
  run_id       INTEGER NOT NULL REFERENCES run (run_id), -- the run that raised it first (or again, once it was fixed)
  rule_id      TEXT NOT NULL REFERENCES rule (rule_id),
  severity     TEXT NOT NULL CHECK (severity IN ('info', 'warn', 'error', 'fatal')),
  scope        TEXT NOT NULL CHECK (scope IN ('page', 'pages')), -- raised by one page alone, or across pages
  capture_id   INTEGER REFERENCES capture (capture_id),
  page         TEXT NOT NULL,                        -- '' for a flag about the run
  subject_id   INTEGER REFERENCES subject (subject_id),
  attribute_id TEXT REFERENCES attribute (attribute_id),
  member       TEXT NOT NULL DEFAULT '',
  expected     TEXT NOT NULL,
  actual       TEXT NOT NULL,
  message      TEXT NOT NULL,
  raw_start    INTEGER,
  raw_end      INTEGER,
  other_page   TEXT,                                 -- where the other value stands
  other_start  INTEGER,
  other_end    INTEGER,
  fingerprint  TEXT NOT NULL UNIQUE CHECK (length(fingerprint) = 32),
  state        TEXT NOT NULL CHECK (state IN ('new', 'open', 'fixed')), about TEXT, silenced INTEGER NOT NULL DEFAULT 0 CHECK (silenced IN (0, 1)), first_run_id INTEGER REFERENCES run (run_id), last_run_id INTEGER REFERENCES run (run_id),
  CHECK ((raw_start IS NULL) = (raw_end IS NULL)),
  CHECK (raw_start IS NULL OR raw_start BETWEEN 0 AND raw_end),
  CHECK ((other_start IS NULL) = (other_end IS NULL)),
  CHECK (other_start IS NULL OR other_start BETWEEN 0 AND other_end),
  CHECK (scope = 'pages' OR capture_id IS NOT NULL)
) STRICT;
CREATE INDEX flag_capture ON flag (capture_id);
CREATE INDEX flag_standing ON flag (rule_id) WHERE state <> 'fixed';
CREATE INDEX flag_subject ON flag (subject_id);
CREATE TABLE quarantine (
  quarantine_id   INTEGER PRIMARY KEY,
  run_id          INTEGER NOT NULL REFERENCES run (run_id),
  capture_id      INTEGER REFERENCES capture (capture_id), -- absent where no page could be made of the input
  page            TEXT NOT NULL CHECK (page <> ''),
  reason          TEXT NOT NULL CHECK (reason <> ''),
  message         TEXT NOT NULL,
  raw_text        TEXT NOT NULL,
  raw_start       INTEGER,
  raw_end         INTEGER,
  raw_text_sha256 TEXT NOT NULL CHECK (length(raw_text_sha256) = 64),
  state           TEXT NOT NULL CHECK (state IN ('open', 'fixed')),
  CHECK ((raw_start IS NULL) = (raw_end IS NULL)),
  CHECK (raw_start IS NULL OR raw_start BETWEEN 0 AND raw_end)
) STRICT;
CREATE UNIQUE INDEX quarantine_input ON quarantine (page, reason, raw_text_sha256) WHERE capture_id IS NULL;
CREATE UNIQUE INDEX quarantine_row ON quarantine
  (capture_id, reason, coalesce(raw_start, -1), coalesce(raw_end, -1), raw_text_sha256)
  WHERE capture_id IS NOT NULL;
CREATE TABLE metric (
  run_id       INTEGER NOT NULL REFERENCES run (run_id),
  name         TEXT NOT NULL CHECK (name <> ''),
  attribute_id TEXT REFERENCES attribute (attribute_id),
  value        ANY NOT NULL CHECK (typeof(value) IN ('integer', 'real'))
, scope TEXT NOT NULL DEFAULT '', member TEXT NOT NULL DEFAULT '') STRICT;
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
CREATE TABLE fact_change (
  run_id       INTEGER NOT NULL REFERENCES run (run_id),
  subject_id   INTEGER NOT NULL REFERENCES subject (subject_id),
  attribute_id TEXT NOT NULL REFERENCES attribute (attribute_id),
  member       TEXT NOT NULL,
  ordinal      INTEGER NOT NULL CHECK (ordinal >= 0),
  old_num      ANY CHECK (typeof(old_num) IN ('integer', 'real', 'null')),
  old_text     TEXT,
  new_num      ANY CHECK (typeof(new_num) IN ('integer', 'real', 'null')),
  new_text     TEXT,
  PRIMARY KEY (run_id, subject_id, attribute_id, member, ordinal),
  CHECK (old_num IS NULL OR old_text IS NULL),
  CHECK (new_num IS NULL OR new_text IS NULL)
) STRICT, WITHOUT ROWID;
CREATE INDEX fact_change_subject ON fact_change (subject_id, attribute_id);
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
CREATE INDEX capture_page ON capture (page, last_seen_at);
CREATE INDEX subject_name ON subject (name) WHERE name IS NOT NULL;
CREATE TABLE kept_doubt_capture (capture_id INTEGER PRIMARY KEY) STRICT;
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
CREATE TABLE kept_cells (
  attribute_id TEXT NOT NULL,
  state        TEXT NOT NULL,
  block        INTEGER NOT NULL,
  layout       TEXT NOT NULL,
  n            INTEGER NOT NULL,
  PRIMARY KEY (attribute_id, state, block, layout)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER kept_no_observation BEFORE DELETE ON observation BEGIN
  INSERT INTO kept_cells
  SELECT OLD.attribute_id, coalesce(r.state, OLD.state), OLD.observation_id / 4096, coalesce(OLD.layout, c.layout), -1
  FROM capture c
    LEFT JOIN resolution r ON r.observation_id = OLD.observation_id AND r.run_id = (
      SELECT max(n.run_id) FROM resolution n WHERE n.observation_id = OLD.observation_id)
  WHERE c.capture_id = OLD.capture_id AND c.parse_status <> 'superseded'
  ON CONFLICT DO UPDATE SET n = n - 1;
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
CREATE INDEX kept_capture_layout ON capture (layout) WHERE parse_status <> 'superseded';
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
CREATE TABLE "run" (
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
CREATE INDEX fetch_url ON fetch (url, run_id);
CREATE TABLE kept_incident (
  alert    TEXT NOT NULL,                     -- its id in alerts.yaml
  about    TEXT NOT NULL,                     -- the source; '' where it is about none
  channel  TEXT NOT NULL,                     -- name of the channel
  run_id   INTEGER NOT NULL,                  -- the run with which it began
  began_at TEXT NOT NULL CHECK (began_at GLOB '????-??-??T*Z'),
  told     INTEGER NOT NULL CHECK (told IN (0, 1)), -- 1: its beginning was delivered
  PRIMARY KEY (alert, about, channel)
) STRICT, WITHOUT ROWID;
CREATE TABLE kept_published (run_uuid TEXT NOT NULL) STRICT;
CREATE INDEX observation_open ON observation (subject_id) WHERE state IN ('ambiguous', 'unparsed');
CREATE INDEX fact_number ON fact (attribute_id, value_num, valid_to)
  WHERE valid_to IS NULL AND member = '' AND ordinal = 0 AND value_num IS NOT NULL;
CREATE INDEX flag_rank ON flag
  (CASE severity WHEN 'fatal' THEN 0 WHEN 'error' THEN 1 WHEN 'warn' THEN 2 ELSE 3 END, rule_id, page)
  WHERE state <> 'fixed' AND NOT silenced;
CREATE INDEX flag_alike ON flag (rule_id, severity, attribute_id) WHERE state <> 'fixed' AND NOT silenced;
