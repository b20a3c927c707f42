-- Version 5: what each run has changed of what we believe.
--
-- fact tells since when something held by the pages; this tells by which run we came to believe so.

PRAGMA user_version = 5;

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

-- What older versions came to believe, as far as they have kept it.
INSERT INTO fact_change
SELECT run_id, subject_id, attribute_id, member, ordinal, NULL, NULL, value_num, value_text
FROM fact WHERE valid_to IS NULL;
