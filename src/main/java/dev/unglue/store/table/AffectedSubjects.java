package dev.unglue.store.table;

import dev.unglue.store.sql.PreparedStatements;
import java.sql.SQLException;
import java.util.List;

/**
 * What a run touches: the pages that it brought anything of, their subjects, and those of which
 * another capture has decided a cell. Only there can facts and flags be others than before, so that
 * a night costs what it changes, not what is stored.
 */
public final class AffectedSubjects {
  /** Every capture of a page counts: what is the latest of a page changes what the others say. */
  private static final String CAPTURES =
      """
      INSERT INTO temp.touched_capture (capture_id)
      SELECT capture_id FROM capture WHERE page IN (
        SELECT page FROM sighting WHERE run_id = ?1
        UNION SELECT page FROM capture WHERE run_id = ?1
        UNION SELECT c.page FROM resolution r
          JOIN observation o USING (observation_id) JOIN capture c USING (capture_id)
          WHERE r.run_id = ?1)
      """;

  private static final String SUBJECTS =
      """
      INSERT INTO temp.touched_subject (subject_id)
      SELECT subject_id FROM comparison WHERE capture_id IN (SELECT capture_id FROM temp.touched_capture)
      UNION SELECT subject_id FROM observation
        WHERE capture_id IN (SELECT capture_id FROM temp.touched_capture) AND subject_id IS NOT NULL
      """;

  /** Flags of a store that an older program made do not tell what they are about. */
  private static final String IS_KNOWN =
      "SELECT 1 FROM flag WHERE scope = 'pages' AND about IS NULL AND state <> 'fixed' LIMIT 1";

  private static final List<String> ALL =
      List.of(
          "INSERT OR IGNORE INTO temp.touched_capture SELECT capture_id FROM capture",
          "INSERT OR IGNORE INTO temp.touched_subject SELECT subject_id FROM subject");

  private AffectedSubjects() {}

  /** Fills the temporary tables {@code touched_capture} and {@code touched_subject}. */
  public static void collect(PreparedStatements statements, long runId) throws SQLException {
    statements.makeTemporary("touched_capture", "(capture_id INTEGER PRIMARY KEY)");
    statements.makeTemporary("touched_subject", "(subject_id INTEGER PRIMARY KEY)");
    statements.update(CAPTURES, runId);
    statements.update(SUBJECTS);
    if (statements.any(IS_KNOWN)) {
      statements.update(ALL);
    }
  }
}
