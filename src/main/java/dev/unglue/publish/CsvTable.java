package dev.unglue.publish;

import dev.unglue.store.sql.PreparedStatements;
import dev.unglue.store.view.PublishedColumn;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One CSV file of the export.
 *
 * @param name of the resource; the file is {@code NAME.csv}
 * @param title what it holds
 * @param sql gives its rows, in a natural order: surrogate ids name none, so that the order of
 *     loading does not show
 * @param fields its columns, in the order of {@code sql}
 * @param primaryKey names of the columns that tell its rows apart; empty where rows may be equal
 * @param subjectKey true if its column {@code slug} names a row of {@code occupations}
 * @param reader makes the cells of a row of {@code sql}
 */
record CsvTable(
    String name,
    String title,
    String sql,
    List<PublishedColumn> fields,
    List<String> primaryKey,
    boolean subjectKey,
    Reader reader) {
  CsvTable {
    fields = List.copyOf(fields);
    primaryKey = List.copyOf(primaryKey);
  }

  /** A table whose rows are those of {@code sql}. */
  CsvTable(
      String name,
      String title,
      String sql,
      List<PublishedColumn> fields,
      List<String> primaryKey,
      boolean subjectKey) {
    this(
        name,
        title,
        sql,
        fields,
        primaryKey,
        subjectKey,
        (statements, row) -> columns(row, fields.size()));
  }

  /** Makes the cells of one row. */
  interface Reader {
    /** Numbers and texts, absent ones too; it may ask the database more. */
    List<@Nullable Object> cells(PreparedStatements statements, ResultSet row) throws SQLException;
  }

  private static List<@Nullable Object> columns(ResultSet row, int count) throws SQLException {
    List<@Nullable Object> cells = new ArrayList<>(count);
    for (int column = 1; column <= count; column++) {
      cells.add(row.getObject(column));
    }
    return cells;
  }

  /** Name of the file. */
  String file() {
    return name + ".csv";
  }
}
