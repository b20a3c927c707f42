package dev.unglue.store.sql;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Makes a record of each row: a column for each of its components. */
public final class RecordReader<T extends Record> implements PreparedStatements.RowReader<T> {
  private final List<String> columns;
  private final List<Class<?>> types;
  private final Constructor<T> constructor;

  private RecordReader(Class<T> type, boolean named) {
    RecordComponent[] components = type.getRecordComponents();
    this.columns =
        named ? Arrays.stream(components).map(RecordReader::columnOf).toList() : List.of();
    this.types = Arrays.stream(components).<Class<?>>map(RecordComponent::getType).toList();
    try {
      this.constructor = type.getDeclaredConstructor(types.toArray(Class<?>[]::new));
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException("every record has the constructor of its components", e);
    }
    constructor.setAccessible(true);
  }

  /** The columns are those of the record, in its order. */
  public static <T extends Record> RecordReader<T> inOrder(Class<T> type) {
    return new RecordReader<>(type, false);
  }

  /** The columns have the names of the components: {@code seen_at} for {@code seenAt}. */
  public static <T extends Record> RecordReader<T> named(Class<T> type) {
    return new RecordReader<>(type, true);
  }

  @Override
  public T read(ResultSet row) throws SQLException {
    @Nullable Object[] values = new Object[types.size()];
    for (int i = 0; i < values.length; i++) {
      int column = columns.isEmpty() ? i + 1 : row.findColumn(columns.get(i));
      values[i] = value(row, column, types.get(i));
    }
    try {
      return constructor.newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new SQLException("expected a row that makes a record, found none", e);
    }
  }

  private static String columnOf(RecordComponent component) {
    return component.getName().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
  }

  private static @Nullable Object value(ResultSet row, int column, Class<?> type)
      throws SQLException {
    Object cell = row.getObject(column);
    if (type == boolean.class) {
      return row.getBoolean(column);
    }
    if (cell == null) {
      return null;
    }
    if (type == String.class) {
      return row.getString(column);
    }
    if (type == Instant.class) {
      return Instant.parse(row.getString(column));
    }
    if (type == BigDecimal.class) {
      return Sql.decimal(cell);
    }
    if (type == int.class || type == Integer.class) {
      return row.getInt(column);
    }
    return type == long.class || type == Long.class ? row.getLong(column) : cell;
  }
}
