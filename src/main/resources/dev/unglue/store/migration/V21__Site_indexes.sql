-- Version 21: what the local site asks of every publish finds its rows by an index.

PRAGMA user_version = 21;

-- Cells in doubt are few among all.
CREATE INDEX observation_open ON observation (subject_id) WHERE state IN ('ambiguous', 'unparsed');

-- Numbers in their order, for ranges as for the distributions of the report; published, too.
DROP INDEX kept_fact_number;
CREATE INDEX fact_number ON fact (attribute_id, value_num, valid_to)
  WHERE valid_to IS NULL AND member = '' AND ordinal = 0 AND value_num IS NOT NULL;

-- Flags that stand: the worst first, and those that are alike together.
CREATE INDEX flag_rank ON flag
  (CASE severity WHEN 'fatal' THEN 0 WHEN 'error' THEN 1 WHEN 'warn' THEN 2 ELSE 3 END, rule_id, page)
  WHERE state <> 'fixed' AND NOT silenced;
CREATE INDEX flag_alike ON flag (rule_id, severity, attribute_id) WHERE state <> 'fixed' AND NOT silenced;
