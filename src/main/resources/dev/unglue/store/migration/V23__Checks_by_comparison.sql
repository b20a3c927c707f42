-- Version 23: cells and facts are asked by comparisons whether a value is one of a list. For a list of three and more
-- SQLite keeps a table of its own to look into, which took half of the time that a cell needs to be written. The same
-- rows pass as before.

PRAGMA user_version = 23;

PRAGMA writable_schema = ON;

UPDATE sqlite_schema SET sql = replace(replace(sql,
  'section IN (''overview'', ''salary'', ''education'', ''demographics'', ''prose'',
                                                  ''skills'', ''responsibilities'', ''profile'', ''related'', ''page'')',
  'section = ''overview'' OR section = ''salary'' OR section = ''education''
                   OR section = ''demographics'' OR section = ''prose'' OR section = ''skills''
                   OR section = ''responsibilities'' OR section = ''profile'' OR section = ''related''
                   OR section = ''page'''),
  'state IN (''value'', ''missing'', ''ambiguous'', ''out_of_range'', ''unparsed'')',
  'state = ''value'' OR state = ''missing'' OR state = ''ambiguous''
                   OR state = ''out_of_range'' OR state = ''unparsed''')
WHERE name IN ('observation', 'resolution');

UPDATE sqlite_schema SET sql = replace(replace(replace(sql,
  'typeof(value_num) IN (''integer'', ''real'', ''null'')',
  'typeof(value_num) = ''integer'' OR typeof(value_num) = ''null'' OR typeof(value_num) = ''real'''),
  'typeof(old_num) IN (''integer'', ''real'', ''null'')',
  'typeof(old_num) = ''integer'' OR typeof(old_num) = ''null'' OR typeof(old_num) = ''real'''),
  'typeof(new_num) IN (''integer'', ''real'', ''null'')',
  'typeof(new_num) = ''integer'' OR typeof(new_num) = ''null'' OR typeof(new_num) = ''real''')
WHERE name IN ('observation', 'resolution', 'fact', 'fact_change');

PRAGMA writable_schema = RESET;
