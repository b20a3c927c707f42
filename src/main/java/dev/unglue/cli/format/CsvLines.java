package dev.unglue.cli.format;

import dev.unglue.publish.CsvCells;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** CSV by the rules of {@code observations.csv}: RFC 4180 with LF, no cell that would be run. */
final class CsvLines {
  private CsvLines() {}

  static void print(PrintWriter out, List<String> cells) {
    try {
      CsvCells.FORMAT.printRecord(out, cells.toArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The text of a cell; empty for what is absent. */
  static String text(@Nullable Object cell) {
    return Objects.requireNonNullElse(CsvCells.text(cell), "");
  }
}
