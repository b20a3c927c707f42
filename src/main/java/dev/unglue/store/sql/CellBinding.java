package dev.unglue.store.sql;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How values are bound to the places of a statement. What to do with a class is looked up once, for
 * a load binds millions: a chain of questions would be compiled anew for each class that comes up.
 */
final class CellBinding {
  private static final ClassValue<Binder> BINDERS =
      new ClassValue<>() {
        @Override
        protected Binder computeValue(Class<?> type) {
          return type.isRecord() ? RecordBinder.of(type) : ofCell(type);
        }
      };

  private CellBinding() {}

  /** Binds a value from a place on, and gives the place behind it. */
  private interface Binder {
    int bind(PreparedStatement statement, int first, Object value) throws SQLException;
  }

  /** Binds a value to one place. */
  private interface CellBinder {
    void bind(PreparedStatement statement, int place, Object value) throws SQLException;
  }

  /** Binds these values from that place on, and gives the place behind them. */
  static int bind(PreparedStatement statement, int first, @Nullable Object... values)
      throws SQLException {
    int place = first;
    for (Object value : values) {
      place = bind(statement, place, value, 1);
    }
    return place;
  }

  private static int bind(
      PreparedStatement statement, int first, @Nullable Object value, int widthIfAbsent)
      throws SQLException {
    if (value != null) {
      return BINDERS.get(value.getClass()).bind(statement, first, value);
    }
    for (int i = 0; i < widthIfAbsent; i++) {
      statement.setObject(first + i, null);
    }
    return first + widthIfAbsent;
  }

  private static Binder ofCell(Class<?> type) {
    CellBinder cell = cell(type);
    return (statement, first, value) -> {
      cell.bind(statement, first, value);
      return first + 1;
    };
  }

  private static CellBinder cell(Class<?> type) {
    if (type == BigDecimal.class) {
      return (statement, place, value) -> bindNumber(statement, place, (BigDecimal) value);
    }
    if (type == Long.class || type == Integer.class) {
      return (statement, place, value) -> statement.setLong(place, ((Number) value).longValue());
    }
    if (type == Double.class) {
      return (statement, place, value) -> statement.setDouble(place, (Double) value);
    }
    if (type == Boolean.class) {
      return (statement, place, value) -> statement.setLong(place, (Boolean) value ? 1 : 0);
    }
    if (Enum.class.isAssignableFrom(type)) {
      return (statement, place, value) ->
          statement.setString(place, ((Enum<?>) value).name().toLowerCase(Locale.ROOT));
    }
    if (Collection.class.isAssignableFrom(type)) {
      return (statement, place, value) -> statement.setString(place, Json.write(value));
    }
    return (statement, place, value) -> statement.setString(place, value.toString());
  }

  /** A whole number stays an integer, so that 43251 is not printed as 43251.0. */
  private static void bindNumber(PreparedStatement statement, int place, BigDecimal number)
      throws SQLException {
    if (isLong(number)) {
      statement.setLong(place, number.longValueExact());
    } else {
      // Nothing on a page is this large; but a row of 400 digits must not stop a load.
      double limited =
          Math.max(-Double.MAX_VALUE, Math.min(Double.MAX_VALUE, number.doubleValue()));
      statement.setDouble(place, limited);
    }
  }

  private static boolean isLong(BigDecimal number) {
    BigDecimal plain = number.scale() == 0 ? number : number.stripTrailingZeros();
    return plain.scale() <= 0 && plain.precision() - plain.scale() <= 18;
  }

  /** A record stands for its components, also one in it that is absent. */
  private record RecordBinder(List<Part> parts) implements Binder {
    private record Part(Method accessor, int widthIfAbsent) {}

    static RecordBinder of(Class<?> type) {
      return new RecordBinder(
          Arrays.stream(type.getRecordComponents()).map(RecordBinder::part).toList());
    }

    private static Part part(RecordComponent component) {
      Method accessor = component.getAccessor();
      accessor.setAccessible(true);
      boolean nested = component.getType().isRecord();
      return new Part(accessor, nested ? component.getType().getRecordComponents().length : 1);
    }

    @Override
    public int bind(PreparedStatement statement, int first, Object value) throws SQLException {
      int place = first;
      try {
        for (Part part : parts) {
          place =
              CellBinding.bind(
                  statement, place, part.accessor().invoke(value), part.widthIfAbsent());
        }
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException("every component of a record can be read", e);
      }
      return place;
    }
  }
}
