package dev.unglue.extract.table;

import dev.unglue.model.page.PageTable;
import dev.unglue.model.page.PageTable.Sides;
import dev.unglue.model.page.Row;
import dev.unglue.model.page.Row.Join;
import dev.unglue.model.value.Layout;
import dev.unglue.model.value.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A label and cells with "vs" between them: {@code - Average age: 41 vs 38}. Which cell is whose,
 * the title tells.
 */
final class VersusReader implements TableReader {
  private static final Pattern ROW =
      Pattern.compile("(?:[-*•●▪] +)?(\\p{L}[^:|\\t]{0,59}): +([^|\\t]{1,160})");
  private static final Pattern WAY = Pattern.compile(".*[>›»] ++");
  private static final Pattern VERSUS = Pattern.compile(" (?:vs\\.?|versus) ");

  @Override
  public Optional<FoundTable> read(PageLines lines, int from) {
    if (!mayBeRow(lines.get(from))) {
      return Optional.empty(); // most lines
    }
    List<Row> rows = new ArrayList<>();
    int at = from;
    int end = from;
    while (at < lines.size()) {
      Optional<Row> row = row(lines.get(at).strip());
      if (row.isEmpty() || (!rows.isEmpty() && width(rows.get(0)) != width(row.get()))) {
        break;
      }
      rows.add(row.get());
      end = at + 1;
      at = lines.skipBlank(end);
    }
    if (rows.stream().map(VersusReader::label).distinct().count() < 2) {
      return Optional.empty();
    }
    PageTable table = new PageTable(Layout.SPACED, Optional.empty(), rows, Sides.KEPT);
    return Optional.of(FoundTable.of(table, lines, from, end));
  }

  /** Without the way to it: {@code Home › Costs: A vs B} is the title {@code Costs: A vs B}. */
  private static String label(Row row) {
    return WAY.matcher(row.label().text()).replaceFirst("");
  }

  private static int width(Row row) {
    return row.cells().size();
  }

  private static boolean mayBeRow(SourceText line) {
    return line.text().contains(" v");
  }

  private static Optional<Row> row(SourceText line) {
    if (!mayBeRow(line)) {
      return Optional.empty(); // the pattern would read it to its end
    }
    Matcher found = ROW.matcher(line.text());
    if (!found.matches() || !VERSUS.matcher(found.group(2)).find()) {
      return Optional.empty();
    }
    List<SourceText> cells = new ArrayList<>();
    Matcher versus = VERSUS.matcher(line.text()).region(found.start(2), line.length());
    int start = found.start(2);
    while (versus.find()) {
      cells.add(line.slice(start, versus.start()).strip());
      start = versus.end();
    }
    cells.add(line.slice(start).strip());
    return Optional.of(new Row(line.slice(found.start(1), found.end(1)), cells, Join.APART));
  }
}
