package dev.unglue.store.site;

import dev.unglue.store.sql.PreparedStatements;
import dev.unglue.store.view.ResolvedCellSql;
import java.sql.SQLException;
import java.util.Set;

/**
 * Which subjects are to be told from the others; asked once a publish, for every list needs it.
 *
 * @param open keys of those with cells in doubt
 * @param unknown keys of those of which nothing is believed
 */
record SubjectMarks(Set<Long> open, Set<Long> unknown) {
  static final String OPEN =
      """
      SELECT DISTINCT o.subject_id FROM observation o JOIN capture c USING (capture_id)
        %s
      WHERE o.state IN ('ambiguous', 'unparsed') AND o.subject_id IS NOT NULL
        AND c.parse_status <> 'superseded' AND coalesce(r.state, o.state) IN ('ambiguous', 'unparsed')
      """
          .formatted(ResolvedCellSql.join("o", "r"));

  private static final String UNKNOWN =
      """
      SELECT subject_id FROM subject s WHERE NOT EXISTS (
        SELECT 1 FROM fact f WHERE f.subject_id = s.subject_id AND f.valid_to IS NULL)
      """;

  /** Copies the sets. */
  SubjectMarks {
    open = Set.copyOf(open);
    unknown = Set.copyOf(unknown);
  }

  static SubjectMarks read(PreparedStatements statements) throws SQLException {
    return new SubjectMarks(
        Set.copyOf(statements.keys(OPEN)), Set.copyOf(statements.keys(UNKNOWN)));
  }
}
