package dev.unglue.extract.table.role;

import java.util.List;
import java.util.Optional;

/**
 * The rows of one table and the row that heads its columns.
 *
 * @param header absent where no row is one
 * @param above all rows of heads at the top, the header among them
 * @param rows the body, bands too
 * @param placed true if cells stand in their places even where the layout drops empty ones
 */
record HeadedRows(
    Optional<CellRow> header, List<CellRow> above, List<CellRow> rows, boolean placed) {
  HeadedRows {
    above = List.copyOf(above);
    rows = List.copyOf(rows);
  }
}
