-- The storage contract of unglue, version 1.
--
-- Times are ISO-8601 in UTC ("2026-01-05T02:30:00Z"); text compares them rightly once the "Z" is cut off.
-- Spans (raw_start, raw_end) count Unicode code points of the decoded capture, as substr() does.
-- value_num is ANY so that 43251 stays an integer and 3.67 a real: both print as they were read.

PRAGMA application_id = 1970169708; -- 0x756E676C, "ungl"
PRAGMA user_version = 1;

CREATE TABLE run (
  run_id        INTEGER PRIMARY KEY,
  run_uuid      TEXT NOT NULL UNIQUE,
  "trigger"     TEXT NOT NULL,                       -- who asked for it: manual, schedule, ...
  started_at    TEXT NOT NULL CHECK (started_at GLOB '????-??-??T*Z'),
  finished_at   TEXT CHECK (finished_at GLOB '????-??-??T*Z'),
  status        TEXT NOT NULL CHECK (status IN ('running', 'loaded', 'published', 'unchanged', 'rejected', 'failed')),
  tool_version  TEXT NOT NULL,
  config_sha256 TEXT NOT NULL,
  nominal_time  TEXT NOT NULL CHECK (nominal_time GLOB '????-??-??T*Z'),
  CHECK ((status = 'running') = (finished_at IS NULL))
) STRICT;

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
  raw_sha256  TEXT CHECK (length(raw_sha256) = 64),
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
  notes          TEXT CHECK (notes IS NULL OR json_valid(notes)), -- json_valid(NULL) is 0 in older shells
  UNIQUE (page, source, raw_sha256, parser_version)
) STRICT;
CREATE INDEX capture_raw ON capture (raw_sha256);
CREATE INDEX capture_subject_set ON capture (subject_set) WHERE subject_set IS NOT NULL;
CREATE INDEX capture_run ON capture (run_id);

CREATE TABLE comparison (
  capture_id INTEGER NOT NULL REFERENCES capture (capture_id),
  position   INTEGER NOT NULL CHECK (position >= 1), -- 1 is the left one
  subject_id INTEGER NOT NULL REFERENCES subject (subject_id),
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
  state        TEXT NOT NULL CHECK (state IN ('new', 'open', 'fixed')),
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
) STRICT;
CREATE UNIQUE INDEX metric_key ON metric (run_id, name, coalesce(attribute_id, ''));
