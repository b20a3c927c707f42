package dev.unglue.publish;

import dev.unglue.store.sql.PreparedStatements;
import dev.unglue.store.view.PublishedColumn;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

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
 * @param reader adds the cells of a row of {@code sql}
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

  /** A table whose rows are those of {@code sql}; only the columns of numbers hold any decimals. */
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
        (statements, row, line) -> {
          for (int i = 0; i < fields.size(); i++) {
            if (fields.get(i).type().equals("number")) {
              line.cell(row.getObject(i + 1));
            } else {
              line.text(row.getBytes(i + 1));
            }
          }
        });
  }

  /** Makes the cells of one row. */
  interface Reader {
    /** Adds numbers and texts, absent ones too, to the line; it may ask the database more. */
    void read(PreparedStatements statements, ResultSet row, CsvWriter line) throws SQLException;
  }

  /** Adds the values of so many columns, whatever each is. */
  static Reader values(int count) {
    return (statements, row, line) -> {
      for (int column = 1; column <= count; column++) {
        line.cell(row.getObject(column));
      }
    };
  }

  /** The same, whose rows another query gives. */
  CsvTable asking(String query) {
    return new CsvTable(name, title, query, fields, primaryKey, subjectKey, reader);
  }

  /** The names of its columns. */
  List<String> header() {
    return fields.stream().map(PublishedColumn::name).toList();
  }

  /** Writes its rows, of a query with these values bound. */
  void write(PreparedStatements statements, CsvWriter lines, Object... values)
      throws SQLException, IOException {
    try (ResultSet rows = statements.bound(sql, values).executeQuery()) {
      while (rows.next()) {
        write(statements, rows, lines);
      }
    }
  }

  /** Writes the row that the cursor stands on. */
  void write(PreparedStatements statements, ResultSet row, CsvWriter lines)
      throws SQLException, IOException {
    reader.read(statements, row, lines);
    lines.end();
  }

  /** Name of the file. */
  String file() {
    return name + ".csv";
  }
}
