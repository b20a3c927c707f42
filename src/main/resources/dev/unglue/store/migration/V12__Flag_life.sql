-- Version 12: the life of a flag: since when it is known, when it was last raised, and whether the configuration silences it.

PRAGMA user_version = 12;

ALTER TABLE flag ADD COLUMN silenced INTEGER NOT NULL DEFAULT 0 CHECK (silenced IN (0, 1));
ALTER TABLE flag ADD COLUMN first_run_id INTEGER REFERENCES run (run_id); -- the run that raised it first of all
ALTER TABLE flag ADD COLUMN last_run_id INTEGER REFERENCES run (run_id);  -- the last run that brought something and in which it stood
UPDATE flag SET first_run_id = run_id, last_run_id = CASE
  WHEN state = 'fixed' THEN run_id
  ELSE (SELECT max(run_id) FROM run WHERE status <> 'unchanged') END;
