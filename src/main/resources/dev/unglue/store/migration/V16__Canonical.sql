-- Version 16: what a page itself calls its address, so that its copies are known.

PRAGMA user_version = 16;

ALTER TABLE capture ADD COLUMN canonical TEXT; -- the link of rel=canonical, as written; absent where the page has none
