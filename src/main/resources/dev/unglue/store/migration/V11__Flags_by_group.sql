-- Version 11: what the pages of a flag have in common, so that a run asks again only where something has changed.

PRAGMA user_version = 11;

-- 'subject:SLUG', 'pages:SLUGS', '' for what every run that changes anything asks anew; absent where it is not known
ALTER TABLE flag ADD COLUMN about TEXT;
UPDATE flag SET about = '' WHERE scope = 'page';
