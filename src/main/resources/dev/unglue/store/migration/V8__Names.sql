-- Version 8: people ask the views by the name of a subject.

PRAGMA user_version = 8;

-- Partial, though no name is ever absent: so it answers WHERE name = ... and leaves the order of scans alone.
CREATE INDEX subject_name ON subject (name) WHERE name IS NOT NULL;
