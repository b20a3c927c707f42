-- Version 3: all that is known of each planned address of a run.
--
-- One row for each planned address; outcome is one of captured, unchanged, redirected, gone, forbidden, blocked,
-- failed, truncated, skipped. raw_sha256 and size_bytes are of the body as sent.

PRAGMA user_version = 3;

ALTER TABLE fetch ADD COLUMN role TEXT NOT NULL DEFAULT 'page' CHECK (role IN ('page', 'sitemap'));
ALTER TABLE fetch ADD COLUMN content_sha256 TEXT; -- over what the page says; absent where nothing was read
ALTER TABLE fetch ADD COLUMN etag TEXT;
ALTER TABLE fetch ADD COLUMN last_modified TEXT;  -- as the server wrote it
ALTER TABLE fetch ADD COLUMN redirected_to TEXT;
ALTER TABLE fetch ADD COLUMN robots TEXT;         -- what robots.txt says of it, and why; absent if it was not asked
