package dev.unglue.store.view;

/** The view that tells what each run has changed, and which page says so. */
final class ChangeView {
  /**
   * The page of the run's time that says the new value, or that it is missing; a repaired value is
   * printed by no page, so any page with a value will do then.
   */
  private static final String PAGE =
      """
      SELECT d.page
           FROM observation p JOIN capture d ON d.capture_id = p.capture_id
           %s
           WHERE p.subject_id = h.subject_id AND p.attribute_id = h.attribute_id
             AND p.member = h.member AND p.ordinal = h.ordinal AND d.run_id <= h.run_id
             AND %s = CASE WHEN coalesce(h.new_num, h.new_text) IS NULL THEN 'missing' ELSE 'value' END"""
          .formatted(
              ResolvedCellSql.joinAsOf("p", "q", "h.run_id"),
              ResolvedCellSql.column("p", "q", "state"));

  private static final String LATEST =
      "ORDER BY rtrim(d.seen_at, 'Z') DESC, d.page, d.raw_sha256 LIMIT 1";

  /** The text of the view. */
  static final String SQL =
      """
      CREATE VIEW v_change AS
      -- What each run has changed of what we believe, one row a fact: new, changed or retired
      -- (the page now says that it is missing), the value before and after, the page that says so
      -- and the same as a sentence.
      SELECT h.run_id AS run, t.run_uuid, t.started_at, s.name AS subject, s.slug, s.kind,
        h.attribute_id AS attribute, h.member, h.ordinal, h.change, h.old_num, h.old_text, h.new_num,
        h.new_text, nullif(a.unit, '') AS unit,
        coalesce(
          (%1$s
             AND %2$s IS h.new_num AND %3$s IS h.new_text
           %4$s),
          (%1$s
           %4$s)) AS page,
        s.name || ': ' || a.title || CASE h.member WHEN '' THEN '' ELSE ', ' || h.member END
          || CASE h.ordinal WHEN 0 THEN '' ELSE ' ' || h.ordinal END
          || CASE h.change WHEN 'new' THEN ' is ' || h.after WHEN 'retired' THEN ' was ' || h.before
             ELSE ' was ' || h.before || ', is ' || h.after END
          || CASE WHEN a.unit = '' OR coalesce(h.old_num, h.new_num) IS NULL THEN ''
             ELSE ' ' || a.unit END AS sentence
      FROM (
          SELECT *, coalesce(old_num, old_text) AS before, coalesce(new_num, new_text) AS after,
            CASE WHEN coalesce(old_num, old_text) IS NULL THEN 'new'
              WHEN coalesce(new_num, new_text) IS NULL THEN 'retired' ELSE 'changed' END AS change
          FROM fact_change) h
        JOIN run t ON t.run_id = h.run_id
        JOIN subject s ON s.subject_id = h.subject_id
        JOIN attribute a ON a.attribute_id = h.attribute_id"""
          .formatted(
              PAGE,
              ResolvedCellSql.nullable("p", "q", "value_num"),
              ResolvedCellSql.nullable("p", "q", "value_text"),
              LATEST);

  private ChangeView() {}
}
