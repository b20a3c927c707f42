package dev.unglue.store.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The prepared statements of one connection, each prepared once. */
public final class PreparedStatements implements AutoCloseable {
  private final Connection connection;
  private final Map<String, PreparedStatement> prepared = new HashMap<>();

  public PreparedStatements(Connection connection) {
    this.connection = connection;
  }

  /** Makes a value of the row that the cursor stands on; may ask for more by other statements. */
  public interface RowReader<T> {
    /** Reads it. */
    T read(ResultSet row) throws SQLException;
  }

  /** Takes in the row that the cursor stands on. */
  public interface RowSink {
    /** Reads it. */
    void take(ResultSet row) throws SQLException;
  }

  public Connection connection() {
    return connection;
  }

  /** The statement with these values bound. */
  public PreparedStatement bound(String sql, @Nullable Object... values) throws SQLException {
    PreparedStatement statement = prepared.get(sql);
    if (statement == null) {
      statement = connection.prepareStatement(sql);
      prepared.put(sql, statement);
    }
    Sql.bind(statement, values);
    return statement;
  }

  /** Runs it; gives the number of rows changed. */
  public int update(String sql, @Nullable Object... values) throws SQLException {
    return bound(sql, values).executeUpdate();
  }

  /** Runs them all, with the same values; gives the number of rows that the last one changed. */
  public int update(List<String> all, @Nullable Object... values) throws SQLException {
    int changed = 0;
    for (String sql : all) {
      changed = update(sql, values);
    }
    return changed;
  }

  /** Makes an empty temporary table, in the place of the one that is there. */
  public void makeTemporary(String table, String columns) throws SQLException {
    Sql.execute(connection, "CREATE TEMP TABLE IF NOT EXISTS %s %s".formatted(table, columns));
    Sql.execute(connection, "DELETE FROM temp." + table);
  }

  /** Adds a row to the batch of that statement; {@link #flush} writes it. */
  public void batch(String sql, @Nullable Object... values) throws SQLException {
    bound(sql, values).addBatch();
  }

  /** Writes the batch of that statement. */
  public void flush(String sql) throws SQLException {
    bound(sql).executeBatch();
  }

  /** Forgets the rows of batches that were not written. */
  public void clearBatches() throws SQLException {
    for (PreparedStatement statement : prepared.values()) {
      statement.clearBatch();
    }
  }

  /** All rows. */
  public <T> List<T> list(String sql, RowReader<T> reader, @Nullable Object... values)
      throws SQLException {
    List<T> list = new ArrayList<>();
    each(sql, row -> list.add(reader.read(row)), values);
    return list;
  }

  /** Takes in row by row. */
  public void each(String sql, RowSink sink, @Nullable Object... values) throws SQLException {
    try (ResultSet rows = bound(sql, values).executeQuery()) {
      while (rows.next()) {
        sink.take(rows);
      }
    }
  }

  /** The first row, where there is one. */
  public <T> Optional<T> first(String sql, RowReader<T> reader, @Nullable Object... values)
      throws SQLException {
    try (ResultSet rows = bound(sql, values).executeQuery()) {
      return rows.next() ? Optional.of(reader.read(rows)) : Optional.empty();
    }
  }

  /** The texts in the first column. */
  public List<String> texts(String sql, @Nullable Object... values) throws SQLException {
    return list(sql, row -> row.getString(1), values);
  }

  /** The keys in the first column. */
  public List<Long> keys(String sql, @Nullable Object... values) throws SQLException {
    return list(sql, row -> row.getLong(1), values);
  }

  /** True if there is a row. */
  public boolean any(String sql, @Nullable Object... values) throws SQLException {
    return first(sql, row -> true, values).isPresent();
  }

  /** The number in the first column of the first row; 0 where there is none. */
  public long number(String sql, @Nullable Object... values) throws SQLException {
    return first(sql, row -> row.getLong(1), values).orElse(0L);
  }

  @Override
  public void close() throws SQLException {
    for (PreparedStatement statement : prepared.values()) {
      statement.close();
    }
    prepared.clear();
  }
}
