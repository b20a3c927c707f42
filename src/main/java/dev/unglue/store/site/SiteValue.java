package dev.unglue.store.site;

import dev.unglue.store.sql.Sql;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Values as the site prints them. */
final class SiteValue {
  private SiteValue() {}

  static @Nullable BigDecimal number(ResultSet row, int column) throws SQLException {
    BigDecimal number = Sql.decimal(row.getObject(column));
    return number == null ? null : new BigDecimal(number.toPlainString());
  }

  /** The number as it is printed, or the text in its place; empty for neither. */
  static String text(ResultSet row, int number, int text) throws SQLException {
    BigDecimal value = number(row, number);
    return value == null
        ? Objects.requireNonNullElse(row.getString(text), "")
        : value.toPlainString();
  }
}
