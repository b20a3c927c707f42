-- Version 21: what a page calls each subject that it compares, so that most pages decide on the name.

PRAGMA user_version = 20;

-- As the page prints it; NULL where an older program stored the page.
ALTER TABLE comparison ADD COLUMN name TEXT;
