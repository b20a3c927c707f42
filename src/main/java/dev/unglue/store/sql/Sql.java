package dev.unglue.store.sql;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;
import org.sqlite.SQLiteOpenMode;

/** How this package opens SQLite files, turns values into cells and failures into messages. */
public final class Sql {
  /** Page cache of SQLite, outside the Java heap: large enough for the inner nodes of indexes. */
  private static final int CACHE_KIB = 64 * 1024;

  private static final int BUSY_MILLIS = 10_000;

  /** How the components of a record are read: looked up once, for a load binds millions. */
  private static final ClassValue<List<Method>> COMPONENTS =
      new ClassValue<>() {
        @Override
        protected List<Method> computeValue(Class<?> type) {
          List<Method> accessors =
              Arrays.stream(type.getRecordComponents()).map(RecordComponent::getAccessor).toList();
          accessors.forEach(accessor -> accessor.setAccessible(true));
          return accessors;
        }
      };

  private Sql() {}

  /** Something that talks to SQLite. */
  public interface Call<T> {
    /** Does it. */
    T run() throws SQLException;
  }

  /** Something that talks to SQLite and gives nothing back. */
  public interface Step {
    /** Does it. */
    void run() throws SQLException;
  }

  /** A question to a database, or an order. */
  public interface Query<T> {
    /** Asks it. */
    T run(PreparedStatements statements) throws SQLException;
  }

  /** For writing: one writer, readers beside it, big sorts on disk and not in memory. */
  public static Connection openForWriting(Path file) throws SQLException {
    SQLiteConfig config = common();
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
    return config.createConnection("jdbc:sqlite:" + file);
  }

  /** For reading only. */
  public static Connection openForReading(Path file) throws SQLException {
    SQLiteConfig config = common();
    config.setReadOnly(true);
    return config.createConnection("jdbc:sqlite:" + file);
  }

  /** For reading what stands in the head of the file: nobody waits for its tables and views. */
  static Connection openForLook(Path file) throws SQLException {
    SQLiteConfig config = new SQLiteConfig();
    config.setBusyTimeout(BUSY_MILLIS);
    config.setReadOnly(true);
    return config.createConnection("jdbc:sqlite:" + file);
  }

  /**
   * For building a new file that nobody sees yet: no journal, because a build that fails is thrown
   * away.
   */
  public static Connection openForBuilding(Path file) throws SQLException {
    SQLiteConfig config = common();
    config.enforceForeignKeys(false);
    config.setJournalMode(SQLiteConfig.JournalMode.OFF);
    config.setSynchronous(SQLiteConfig.SynchronousMode.OFF);
    return config.createConnection("jdbc:sqlite:" + file);
  }

  private static SQLiteConfig common() {
    SQLiteConfig config = new SQLiteConfig();
    config.enforceForeignKeys(true);
    config.setBusyTimeout(BUSY_MILLIS);
    config.setCacheSize(-CACHE_KIB);
    config.setTempStore(SQLiteConfig.TempStore.FILE);
    config.setGetGeneratedKeys(false); // else each row written costs a question of its own
    config.setOpenMode(SQLiteOpenMode.NOMUTEX); // the driver lets one thread in at a time already
    return config;
  }

  public static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** The number in the first column of the first row; 0 where there is none. */
  public static long number(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      return rows.next() ? rows.getLong(1) : 0;
    }
  }

  /** Binds these values from that place on, and gives the place behind them. */
  static int bind(PreparedStatement statement, int first, @Nullable Object... values)
      throws SQLException {
    int place = first;
    for (Object value : values) {
      place = bindCells(statement, place, value);
    }
    return place;
  }

  /** A record stands for its components, also one in it that is absent. */
  private static int bindCells(PreparedStatement statement, int first, @Nullable Object value)
      throws SQLException {
    if (!(value instanceof Record record)) {
      bindCell(statement, first, value);
      return first + 1;
    }
    int place = first;
    try {
      for (Method component : COMPONENTS.get(record.getClass())) {
        Object part = component.invoke(record);
        boolean absent = part == null && component.getReturnType().isRecord();
        int width = absent ? COMPONENTS.get(component.getReturnType()).size() : 1;
        for (int i = 0; i < width; i++) {
          place = bindCells(statement, place, part);
        }
      }
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("every component of a record can be read", e);
    }
    return place;
  }

  private static void bindCell(PreparedStatement statement, int index, @Nullable Object value)
      throws SQLException {
    if (value == null) {
      statement.setObject(index, null);
    } else if (value instanceof BigDecimal number) {
      bindNumber(statement, index, number);
    } else if (value instanceof Long || value instanceof Integer) {
      statement.setLong(index, ((Number) value).longValue());
    } else if (value instanceof Double number) {
      statement.setDouble(index, number);
    } else if (value instanceof Boolean truth) {
      statement.setLong(index, truth ? 1 : 0);
    } else if (value instanceof Enum<?> constant) {
      statement.setString(index, constant.name().toLowerCase(Locale.ROOT));
    } else if (value instanceof Collection<?> list) {
      statement.setString(index, Json.write(list));
    } else {
      statement.setString(index, value.toString());
    }
  }

  /** A whole number stays an integer, so that 43251 is not printed as 43251.0. */
  private static void bindNumber(PreparedStatement statement, int index, BigDecimal number)
      throws SQLException {
    if (isLong(number)) {
      statement.setLong(index, number.longValueExact());
    } else {
      // Nothing on a page is this large; but a row of 400 digits must not stop a load.
      double limited =
          Math.max(-Double.MAX_VALUE, Math.min(Double.MAX_VALUE, number.doubleValue()));
      statement.setDouble(index, limited);
    }
  }

  private static boolean isLong(BigDecimal number) {
    BigDecimal plain = number.scale() == 0 ? number : number.stripTrailingZeros();
    return plain.scale() <= 0 && plain.precision() - plain.scale() <= 18;
  }

  /** The number of a cell, as it was bound; absent for NULL. */
  public static @Nullable BigDecimal number(ResultSet row, String column) throws SQLException {
    return decimal(row.getObject(column));
  }

  /** A value as it is printed; empty where there is none. */
  public static String value(ResultSet row, String number, String text) throws SQLException {
    BigDecimal value = number(row, number);
    return value == null ? Objects.requireNonNullElse(text(row, text), "") : value.toPlainString();
  }

  /** A number as SQLite gives it, exact to the digits that it prints. */
  public static @Nullable BigDecimal decimal(@Nullable Object cell) {
    if (cell instanceof BigDecimal number) {
      return number.stripTrailingZeros();
    }
    if (cell instanceof Double number) {
      return new BigDecimal(Double.toString(number)).stripTrailingZeros();
    }
    return cell instanceof Number number ? BigDecimal.valueOf(number.longValue()) : null;
  }

  public static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    String text = row.getString(column);
    return text == null ? null : Instant.parse(text);
  }

  /** A whole number that may be NULL. */
  public static @Nullable Long count(ResultSet row, String column) throws SQLException {
    return row.getObject(column) == null ? null : row.getLong(column);
  }

  /** A text column that may be NULL. */
  public static @Nullable String text(ResultSet row, String column) throws SQLException {
    return row.getString(column);
  }

  /**
   * Runs it, and turns a failure into a message.
   *
   * @param doing what is being done, with the file's path: "cannot DOING: ..."
   */
  public static <T> T attempt(String doing, Call<T> call) {
    try {
      return call.run();
    } catch (SQLException e) {
      throw failure(doing, e);
    }
  }

  /** The same for what gives nothing back. */
  public static void perform(String doing, Step step) {
    try {
      step.run();
    } catch (SQLException e) {
      throw failure(doing, e);
    }
  }

  /** All of it in one transaction, or none. */
  public static <T> T inTransaction(Connection connection, Query<T> query) throws SQLException {
    connection.setAutoCommit(false);
    try (PreparedStatements statements = new PreparedStatements(connection)) {
      T made = query.run(statements);
      connection.commit();
      return made;
    } finally {
      connection.rollback();
      connection.setAutoCommit(true);
    }
  }

  public static StoreException failure(String doing, SQLException e) {
    return new StoreException("cannot " + doing + ": " + reason(e), e);
  }

  /** True where the disk failed, whatever was to be stored. */
  public static boolean isOfDisk(Exception e) {
    SQLiteErrorCode code = code(e);
    return code == SQLiteErrorCode.SQLITE_FULL || code == SQLiteErrorCode.SQLITE_IOERR;
  }

  private static SQLiteErrorCode code(Exception e) {
    // Extended codes keep the primary one in their low byte.
    int primary = e instanceof SQLiteException sqlite ? sqlite.getResultCode().code & 0xff : -1;
    return SQLiteErrorCode.getErrorCode(primary);
  }

  private static String reason(SQLException e) {
    return switch (code(e)) {
      case SQLITE_FULL ->
          "the disk is full; free some space and run again, what was stored before is whole";
      case SQLITE_IOERR ->
          "the disk could not be read or written (" + e.getMessage() + "); check disk and space";
      case SQLITE_READONLY, SQLITE_PERM, SQLITE_CANTOPEN, SQLITE_AUTH ->
          "expected a folder and a file that may be written, found neither; check their permissions";
      case SQLITE_BUSY, SQLITE_LOCKED ->
          "another program is writing to the file; wait for it or close it";
      case SQLITE_NOTADB, SQLITE_CORRUPT ->
          "expected a SQLite database, found a damaged or foreign file; where it is the work store,"
              + " unglue rebuild makes it anew, unglue restore brings a backup back";
      default -> String.valueOf(e.getMessage());
    };
  }
}
