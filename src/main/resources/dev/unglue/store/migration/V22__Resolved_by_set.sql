-- Version 22: what a run decides of cells in doubt is counted by one statement, not by a trigger for each row.

PRAGMA user_version = 22;

DROP TRIGGER kept_resolution;
