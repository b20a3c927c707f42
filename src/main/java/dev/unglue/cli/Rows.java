package dev.unglue.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows of one shape, printed as an aligned table, as JSON objects one a line, or as CSV. */
final class Rows {
  private static final JsonFactory JSON = new JsonFactory();

  private final List<String> columns;
  private final List<List<@Nullable Object>> rows = new ArrayList<>();

  /**
   * @param columns names of the columns, which are the keys of JSON too
   */
  Rows(List<String> columns) {
    this.columns = List.copyOf(columns);
  }

  /** Adds a row: texts, numbers and null for what is absent. */
  void add(List<@Nullable Object> cells) {
    rows.add(cells);
  }

  void print(Format format, PrintWriter out) {
    switch (format) {
      case TABLE -> table(out);
      case JSON -> rows.forEach(row -> out.print(json(row) + "\n"));
      case CSV -> csv(out);
    }
    out.flush();
  }

  private void table(PrintWriter out) {
    TextTable table = TextTable.uncut();
    table.row(columns);
    rows.forEach(row -> table.row(row.stream().map(cell -> text(cell, "-")).toList()));
    table.lines().forEach(out::println);
  }

  private void csv(PrintWriter out) {
    CsvPageFormat.record(out, columns);
    for (List<@Nullable Object> row : rows) {
      CsvPageFormat.record(
          out,
          row.stream()
              .map(
                  cell ->
                      cell instanceof Number
                          ? text(cell, "")
                          : CsvPageFormat.harmless(text(cell, "")))
              .toList());
    }
  }

  private static String text(@Nullable Object cell, String absent) {
    if (cell instanceof BigDecimal number) {
      return number.toPlainString();
    }
    String text = cell == null ? "" : cell.toString();
    return text.isEmpty() ? absent : text;
  }

  private String json(List<@Nullable Object> row) {
    StringWriter line = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(line)) {
      json.configure(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN.mappedFeature(), true);
      json.writeStartObject();
      for (int i = 0; i < columns.size(); i++) {
        json.writeFieldName(columns.get(i));
        value(json, row.get(i));
      }
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return line.toString();
  }

  private static void value(JsonGenerator json, @Nullable Object cell) throws IOException {
    if (cell == null) {
      json.writeNull();
    } else if (cell instanceof BigDecimal number) {
      json.writeNumber(number);
    } else if (cell instanceof Number number) {
      json.writeNumber(new BigDecimal(number.toString()));
    } else {
      json.writeString(cell.toString());
    }
  }
}
