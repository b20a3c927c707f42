-- Version 17: what a run adds is counted by one statement at its end, not by a trigger for each row.
--
-- New cells are counted when all pages are in; what deletes cells, supersedes captures or decides cells still keeps
-- the counts true by its trigger. Open facts are counted when somebody asks: their index answers by itself.

PRAGMA user_version = 17;

DROP TRIGGER kept_observation;
DROP TRIGGER kept_fact;
DROP TRIGGER kept_no_fact;
DROP TRIGGER kept_fact_turned;
DROP TABLE kept_facts;
