package dev.unglue.publish;

import dev.unglue.store.view.PublishedColumn;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * The rows of a table, each asked for as one text: to fetch a cell from SQLite takes longer than to
 * find it there. Its texts are texts in every row; a number that is not whole is fetched by itself.
 *
 * @param table has {@code joined}
 */
record JoinedRows(CsvTable table) {
  /** Parts the cells. */
  private static final char PART = '\u001f';

  /** Stands for a cell that is fetched by itself. */
  private static final char FETCHED = '\u001e';

  /** The text begins so, for SQLite puts nothing behind what is empty. */
  private static final String FRONT = "#";

  /** What {@link #write} reads. */
  String sql() {
    List<String> names = new ArrayList<>();
    List<String> parts = new ArrayList<>();
    List<String> numbers = new ArrayList<>();
    for (PublishedColumn field : table.fields()) {
      String name = "c" + names.size();
      names.add(name);
      if (isNumber(field)) {
        numbers.add(", " + name);
        parts.add(
            "CASE typeof(%1$s) WHEN 'integer' THEN %1$s WHEN 'null' THEN '' ELSE '%2$s' END"
                .formatted(name, FETCHED));
      } else {
        parts.add(field.required() ? name : "coalesce(%s, '')".formatted(name));
      }
    }
    return "WITH t (%s) AS (%s) SELECT concat_ws('%s', '%s', %s)%s FROM t"
        .formatted(
            String.join(", ", names),
            table.sql(),
            PART,
            FRONT,
            String.join(", ", parts),
            String.join("", numbers));
  }

  private static boolean isNumber(PublishedColumn field) {
    return field.type().equals("number");
  }

  /**
   * Writes them; false where a cell holds the sign that parts cells: then all are to be fetched.
   */
  boolean write(ResultSet rows, CsvWriter lines) throws SQLException, IOException {
    while (rows.next()) {
      if (!write(rows.getString(1), rows, lines)) {
        return false;
      }
    }
    return true;
  }

  private boolean write(String row, ResultSet rows, CsvWriter lines)
      throws SQLException, IOException {
    int from = FRONT.length() + 1;
    int number = 1;
    for (PublishedColumn field : table.fields()) {
      int end = row.indexOf(PART, from);
      int to = end < 0 ? row.length() : end;
      if (from > row.length()) {
        return false;
      }
      if (field.type().equals("integer")) {
        lines.digits(row, from, to);
      } else if (!isNumber(field)) {
        lines.text(row, from, to);
      } else {
        number++;
        if (from < to && row.charAt(from) == FETCHED) {
          lines.cell(rows.getObject(number));
        } else {
          lines.digits(row, from, to);
        }
      }
      from = to + 1;
    }
    lines.end();
    return from == row.length() + 1;
  }
}
