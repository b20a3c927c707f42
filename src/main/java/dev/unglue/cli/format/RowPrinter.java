package dev.unglue.cli.format;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.unglue.cli.option.Format;
import dev.unglue.publish.CsvCells;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Rows of one shape, printed as an aligned table, as JSON objects one a line, or as CSV. */
public final class RowPrinter<T> {
  private final List<Column<T>> columns = new ArrayList<>();
  private Optional<Function<T, List<String>>> told = Optional.empty();

  /** What a row holds in one column: a text, a number, or null for what is absent. */
  public interface Cell<T> {
    @Nullable Object of(T row);
  }

  private record Column<T>(String name, Cell<T> cell) {}

  /**
   * Adds a column.
   *
   * @param name its name, which is the key of JSON too
   */
  public RowPrinter<T> column(String name, Cell<T> cell) {
    columns.add(new Column<>(name, cell));
    return this;
  }

  /** Has people read each row as these lines, in place of a row of a table. */
  public RowPrinter<T> told(Function<T, List<String>> lines) {
    told = Optional.of(lines);
    return this;
  }

  public void print(List<? extends T> rows, Format format, PrintWriter out) {
    switch (format) {
      case TABLE ->
          told.ifPresentOrElse(
              lines -> rows.forEach(row -> lines.apply(row).forEach(out::println)),
              () -> table(rows, out));
      case JSON -> rows.forEach(row -> json(row, out));
      case CSV -> {
        csv(out, names());
        rows.forEach(row -> csv(out, columns.stream().map(c -> csv(c, row)).toList()));
      }
    }
    out.flush();
  }

  private void table(List<? extends T> rows, PrintWriter out) {
    TextTable table = TextTable.uncut();
    table.row(names());
    rows.forEach(row -> table.row(columns.stream().map(c -> text(c.cell().of(row))).toList()));
    table.lines().forEach(out::println);
  }

  private List<String> names() {
    return columns.stream().map(Column::name).toList();
  }

  private static <T> String csv(Column<T> column, T row) {
    Object cell = column.cell().of(row);
    return cell instanceof Number ? text(cell) : csv(cell);
  }

  /** A line of CSV by the rules of {@code observations.csv}: RFC 4180 with LF. */
  static void csv(PrintWriter out, List<String> cells) {
    try {
      CsvCells.FORMAT.printRecord(out, cells.toArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The text of a cell, which no spreadsheet runs; empty for what is absent. */
  static String csv(@Nullable Object cell) {
    return Objects.requireNonNullElse(CsvCells.text(cell), "");
  }

  private static String text(@Nullable Object cell) {
    if (cell instanceof BigDecimal number) {
      return number.toPlainString();
    }
    String text = cell == null ? "" : cell.toString();
    return text.isEmpty() ? "-" : text;
  }

  private void json(T row, PrintWriter out) {
    try (JsonGenerator json = JsonLine.generator(out)) {
      json.writeStartObject();
      for (Column<T> column : columns) {
        json.writeFieldName(column.name());
        JsonLine.value(json, column.cell().of(row));
      }
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    out.print("\n");
  }
}
