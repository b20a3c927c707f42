package dev.unglue.store;

import dev.unglue.store.sql.PreparedStatements;
import dev.unglue.store.sql.Sql;
import dev.unglue.store.sql.StoreException;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * What a load does to the store: one transaction, which fails as a whole. Once it has failed or
 * ended it does nothing but take itself back.
 */
final class Transaction {
  private final PreparedStatements statements;
  private final Connection connection;
  private boolean open = true;
  private boolean broken;

  /** One that has begun. */
  Transaction(PreparedStatements statements) {
    this.statements = statements;
    this.connection = statements.connection();
  }

  /**
   * Asks the store.
   *
   * @param doing as in "cannot DOING: ..."
   * @throws StoreException if that fails; then all can only be taken back
   */
  <T> T ask(String doing, Sql.Call<T> call) {
    requireOpen();
    try {
      return Sql.attempt(doing, call);
    } catch (StoreException e) {
      broken = true; // what was written by half must not be committed
      throw e;
    }
  }

  /** The same for what gives nothing back. */
  void step(String doing, Sql.Step step) {
    ask(
        doing,
        () -> {
          step.run();
          return true;
        });
  }

  /**
   * A step that leaves nothing behind if it fails half way; the rest may then go on.
   *
   * @param forget takes back what is remembered of it elsewhere
   */
  <T> T whole(String doing, Runnable forget, Sql.Call<T> call) {
    requireOpen();
    return Sql.attempt(
        doing,
        () -> {
          Sql.execute(connection, "SAVEPOINT page");
          try {
            T made = call.run();
            Sql.execute(connection, "RELEASE page");
            return made;
          } catch (SQLException | RuntimeException e) {
            broken = Sql.isOfDisk(e);
            takeBackStep(forget, e);
            throw e;
          }
        });
  }

  private void takeBackStep(Runnable forget, Exception cause) {
    try {
      forget.run();
      statements.clearBatches();
      Sql.execute(connection, "ROLLBACK TO page");
      Sql.execute(connection, "RELEASE page");
    } catch (SQLException e) {
      // A full disk ends the whole transaction; what came after it would be stored on its own.
      broken = true;
      cause.addSuppressed(e);
    }
  }

  void commit() throws SQLException {
    connection.commit();
    end();
  }

  /** Takes all of it back; does nothing once it has ended. */
  void rollback() {
    if (open) {
      Sql.perform(
          "take the load back",
          () -> {
            takeBackAll();
            end();
          });
    }
  }

  private void takeBackAll() throws SQLException {
    try {
      connection.rollback();
    } catch (SQLException e) {
      // A full disk ends a transaction by itself; then there is nothing to take back.
      if (!String.valueOf(e.getMessage()).contains("no transaction is active")) {
        throw e;
      }
      Sql.execute(connection, "BEGIN"); // the driver still believes in one: let it have one
      connection.rollback();
    }
  }

  private void end() throws SQLException {
    open = false;
    statements.close();
    connection.setAutoCommit(true);
  }

  private void requireOpen() {
    if (!open) {
      throw new IllegalStateException("load: expected an open one, found one that has ended");
    }
    if (broken) {
      throw new IllegalStateException(
          "load: expected a whole one, found one that the store has failed; take it back");
    }
  }
}
