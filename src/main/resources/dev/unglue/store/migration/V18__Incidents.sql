-- Version 18: of which incidents somebody is told, until they are over.
--
-- Kept for the store's own use and not published; a store that is made anew tells of what still holds once more.

PRAGMA user_version = 18;

CREATE TABLE kept_incident (
  alert    TEXT NOT NULL,                     -- its id in alerts.yaml
  about    TEXT NOT NULL,                     -- the source; '' where it is about none
  channel  TEXT NOT NULL,                     -- name of the channel
  run_id   INTEGER NOT NULL,                  -- the run with which it began
  began_at TEXT NOT NULL CHECK (began_at GLOB '????-??-??T*Z'),
  told     INTEGER NOT NULL CHECK (told IN (0, 1)), -- 1: its beginning was delivered
  PRIMARY KEY (alert, about, channel)
) STRICT, WITHOUT ROWID;
