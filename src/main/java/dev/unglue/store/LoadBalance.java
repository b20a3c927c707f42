package dev.unglue.store;

import dev.unglue.store.row.StoreCounts;
import dev.unglue.store.sql.PreparedStatements;
import dev.unglue.store.table.CountsTable;
import dev.unglue.store.table.FlagTable;
import dev.unglue.store.table.PageWriter;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * What a load has brought, drawn up once however often it is asked for, until more comes in: the
 * state of every flag, and how much the store holds.
 */
final class LoadBalance {
  private final PreparedStatements statements;
  private final FlagTable flags;
  private final PageWriter pages;
  private long lastCounted;
  private boolean settled;
  private @Nullable StoreCounts counts;

  /** Of a load that has brought nothing yet. */
  LoadBalance(PreparedStatements statements, FlagTable flags, PageWriter pages)
      throws SQLException {
    this.statements = statements;
    this.flags = flags;
    this.pages = pages;
    this.lastCounted = CountsTable.lastCell(statements);
  }

  /** Something comes in. */
  void open() {
    settled = false;
    counts = null;
  }

  /** Counts the cells that have come in. */
  void countCells() throws SQLException {
    lastCounted = CountsTable.addCells(statements, lastCounted);
  }

  /**
   * Draws it up.
   *
   * @param brought false for a run that brought nothing: it leaves every flag as it was
   */
  void settle(boolean brought) throws SQLException {
    if (settled) {
      return;
    }
    countCells();
    if (brought) {
      flags.settle();
      pages.settle();
    }
    settled = true;
  }

  /** How much the store holds. */
  StoreCounts counts(boolean brought) throws SQLException {
    settle(brought);
    StoreCounts counted = counts == null ? CountsTable.of(statements) : counts;
    counts = counted;
    return counted;
  }
}
