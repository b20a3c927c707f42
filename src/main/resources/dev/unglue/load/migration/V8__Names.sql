-- Version 8: people ask the views by the name of a subject.

PRAGMA user_version = 8;

CREATE INDEX subject_name ON subject (name);
