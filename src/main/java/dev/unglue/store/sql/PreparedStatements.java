package dev.unglue.store.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The prepared statements of one connection, each prepared once. */
public final class PreparedStatements implements AutoCloseable {
  /**
   * Rows of a batch that one statement writes. SQLite sets up what a table checks once a statement,
   * not once a row; more rows gain nothing.
   */
  private static final int ROWS = 32;

  private final Connection connection;
  private final Map<String, PreparedStatement> prepared = new HashMap<>();
  private final Map<String, List<@Nullable Object[]>> batches = new HashMap<>();
  private final Map<String, Map<Integer, String>> many = new HashMap<>();

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
    PreparedStatement statement = prepared(sql);
    Sql.bind(statement, 1, values);
    return statement;
  }

  private PreparedStatement prepared(String sql) throws SQLException {
    PreparedStatement statement = prepared.get(sql);
    if (statement == null) {
      statement = connection.prepareStatement(sql);
      prepared.put(sql, statement);
    }
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

  /**
   * Adds a row to the batch of that statement, which has one list of VALUES; {@link #flush} writes
   * it.
   */
  public void batch(String sql, @Nullable Object... values) {
    batches.computeIfAbsent(sql, key -> new ArrayList<>()).add(values);
  }

  /** Writes the batch of that statement. */
  public void flush(String sql) throws SQLException {
    List<@Nullable Object[]> rows = Objects.requireNonNullElse(batches.remove(sql), List.of());
    for (int from = 0; from < rows.size(); from += ROWS) {
      int to = Math.min(rows.size(), from + ROWS);
      PreparedStatement statement = prepared(ofRows(sql, to - from));
      int place = 1;
      for (@Nullable Object[] row : rows.subList(from, to)) {
        place = Sql.bind(statement, place, row);
      }
      statement.executeUpdate();
    }
  }

  private String ofRows(String sql, int count) {
    return many.computeIfAbsent(sql, key -> new HashMap<>())
        .computeIfAbsent(
            count,
            n -> {
              int from = sql.indexOf("VALUES ") + "VALUES ".length();
              int to = sql.indexOf(')', from) + 1;
              String row = sql.substring(from, to);
              return sql.substring(0, to) + (", " + row).repeat(n - 1) + sql.substring(to);
            });
  }

  /** Forgets the rows of batches that were not written. */
  public void clearBatches() {
    batches.clear();
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
