package dev.unglue.serve.page;

import dev.unglue.publish.CsvCells;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A table as CSV has it.
 *
 * @param columns the names of the columns
 * @param rows numbers and texts, empty ones for what is absent
 */
public record Sheet(List<String> columns, List<List<Object>> rows) {
  /** Copies the lists. */
  public Sheet {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
  }

  /** The lines of the file. */
  public String csv() {
    return CsvCells.line(columns) + rows.stream().map(CsvCells::line).collect(Collectors.joining());
  }
}
