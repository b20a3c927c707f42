package dev.unglue.store.table;

import dev.unglue.model.page.Quarantined;
import dev.unglue.store.sql.PreparedStatements;
import dev.unglue.text.Sha256;
import java.sql.SQLException;

/**
 * Inputs of which no page could be made. One that is read at last, and is not refused again in the
 * same run, is fixed; its row stays.
 */
public final class InputQuarantine {
  private static final String NOTE = "INSERT INTO temp.refused VALUES (?, ?, ?)";

  private static final String REOPEN =
      """
      UPDATE quarantine SET state = 'open'
      WHERE capture_id IS NULL AND page = ? AND reason = ? AND raw_text_sha256 = ?
        AND state = 'fixed'
      """;

  private static final String FIX =
      """
      UPDATE quarantine SET state = 'fixed'
      WHERE capture_id IS NULL AND state = 'open' AND run_id <> ?1
        AND page IN (SELECT page FROM capture WHERE run_id = ?1)
        AND (page, reason, raw_text_sha256) NOT IN (SELECT page, reason, hash FROM temp.refused)
      """;

  private final PreparedStatements statements;
  private final PageWriter pages;
  private final long runId;

  public InputQuarantine(PreparedStatements statements, PageWriter pages, long runId)
      throws SQLException {
    this.statements = statements;
    this.pages = pages;
    this.runId = runId;
    statements.makeTemporary("refused", "(page TEXT, reason TEXT, hash TEXT)");
  }

  /** Stores it; true if a row has changed. */
  public boolean add(Quarantined refused) throws SQLException {
    String hash = Sha256.hex(refused.rawText());
    statements.update(NOTE, refused.page(), refused.reason(), hash);
    return pages.write(refused, null)
        || statements.update(REOPEN, refused.page(), refused.reason(), hash) > 0;
  }

  /** Marks what was read at last. */
  public void settle() throws SQLException {
    statements.update(FIX, runId);
  }
}
