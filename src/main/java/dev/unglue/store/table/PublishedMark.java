package dev.unglue.store.table;

import dev.unglue.store.sql.PreparedStatements;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * The last run of the published file, kept for as long as the store holds nothing that is not in
 * it, but for what tells of runs: {@link #OF_RUNS} and {@link #BY_RUN}.
 *
 * @param statements of the store
 */
public record PublishedMark(PreparedStatements statements) {
  /** Tables of which older rows change, too; they have a few rows a run. */
  public static final List<String> OF_RUNS = List.of("run", "night", "publication");

  /** Tables to which each run adds rows of its own. */
  public static final List<String> BY_RUN = List.of("fetch", "metric", "gate_reason");

  /** Run of the published file that the store still is; empty where it holds anything else. */
  public Optional<String> run() throws SQLException {
    return statements.texts("SELECT run_uuid FROM kept_published").stream().findFirst();
  }

  /** Says that all is published. */
  public void set() throws SQLException {
    drop();
    statements.update(
        "INSERT INTO kept_published SELECT run_uuid FROM run ORDER BY run_id DESC LIMIT 1");
  }

  /** Says that something is not. */
  public void drop() throws SQLException {
    statements.update("DELETE FROM kept_published");
  }
}
