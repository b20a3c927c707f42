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
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Makes a record of each row: a column for each of its components, and for a record in it one for
 * each of that one's. A record in it that may be absent is so where the row has none of it, or
 * lacks what it needs.
 */
public final class RecordReader<T extends Record> implements PreparedStatements.RowReader<T> {
  private final boolean named;
  private final List<Part> parts;
  private final Constructor<T> constructor;

  private RecordReader(Class<T> type, boolean named) {
    RecordComponent[] components = type.getRecordComponents();
    this.named = named;
    this.parts = Arrays.stream(components).map(this::part).toList();
    try {
      this.constructor =
          type.getDeclaredConstructor(
              Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException("every record has the constructor of its components", e);
    }
    constructor.setAccessible(true);
  }

  private record Part(
      String column, Class<?> type, boolean optional, @Nullable RecordReader<?> record) {
    int width() {
      return record == null ? 1 : record.width();
    }
  }

  private Part part(RecordComponent component) {
    Class<?> type = component.getType();
    return new Part(
        component.getName().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT),
        type,
        component.getAnnotatedType().isAnnotationPresent(Nullable.class),
        type.isRecord() ? new RecordReader<>(type.asSubclass(Record.class), named) : null);
  }

  private int width() {
    return parts.stream().mapToInt(Part::width).sum();
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
    return made(values(row, 1));
  }

  private T made(@Nullable Object[] values) throws SQLException {
    try {
      return constructor.newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new SQLException("expected a row that makes a record, found none", e);
    }
  }

  private @Nullable Object[] values(ResultSet row, int first) throws SQLException {
    @Nullable Object[] values = new Object[parts.size()];
    int column = first;
    for (int i = 0; i < values.length; i++) {
      Part part = parts.get(i);
      if (part.record() != null) {
        values[i] = part.record().part(row, column, part.optional());
      } else {
        values[i] = value(row, named ? row.findColumn(part.column()) : column, part.type());
      }
      column += part.width();
    }
    return values;
  }

  private @Nullable T part(ResultSet row, int first, boolean optional) throws SQLException {
    @Nullable Object[] values = values(row, first);
    boolean absent = Arrays.stream(values).allMatch(Objects::isNull);
    for (int i = 0; i < values.length; i++) {
      absent |= values[i] == null && !parts.get(i).optional();
    }
    return optional && absent ? null : made(values);
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
    if (type == double.class) {
      return row.getDouble(column);
    }
    return type == long.class || type == Long.class ? row.getLong(column) : cell;
  }
}
