package dev.unglue.split.open;

import dev.unglue.model.page.Row.Join;
import dev.unglue.model.page.Slice;
import dev.unglue.model.value.SourceText;
import dev.unglue.split.open.OpenTableRow.Outcome;
import dev.unglue.split.open.feature.ContinuationLines;
import dev.unglue.split.open.feature.OpenWeights;
import dev.unglue.split.open.feature.RowSimilarity;
import dev.unglue.split.open.feature.TextShape;
import dev.unglue.text.Digits;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** A table without known names: rows whose cells are numbers or choices of one shape. */
final class UniformRowDetector {
  private static final int MOST_COLUMNS = 8;
  private static final int FEWEST_TYPED = 3;

  /** A word that begins with a capital, as names do and units do not. */
  private static final String CAPITALISED = "A";

  /** Rows that tell the number of columns; more would only say the same. */
  private static final int MOST_VOTES = 24;

  private static final Pattern AMOUNT = Pattern.compile("[$£€]\\d|\\d%");

  private UniformRowDetector() {}

  static Optional<OpenTable> find(List<SourceText> run, OpenWeights weights) {
    if (run.size() <= FEWEST_TYPED) {
      return Optional.empty();
    }
    Join join = LineShape.join(run);
    List<SourceText> lines = ContinuationLines.join(run);
    List<SourceText> candidates =
        lines.stream().filter(line -> LineShape.mayBeTyped(line, join)).limit(MOST_VOTES).toList();
    if (candidates.size() < FEWEST_TYPED) {
      return Optional.empty();
    }
    int[] votes = votes(candidates, join, weights);
    int columns = 2;
    for (int n = 3; n <= MOST_COLUMNS; n++) {
      columns = votes[n] > votes[columns] ? n : columns;
    }
    return votes[columns] < FEWEST_TYPED ? Optional.empty() : table(lines, join, columns, weights);
  }

  /** How many lines are typed rows of each number of columns. */
  private static int[] votes(List<SourceText> lines, Join join, OpenWeights weights) {
    RowSplitter splitter = new RowSplitter(join, RowSimilarity.UNKNOWN, weights);
    int[] votes = new int[MOST_COLUMNS + 1];
    for (SourceText line : OpenTableRows.affordable(lines, join, 2)) {
      for (OpenTableRow row : splitter.splitAll(line, MOST_COLUMNS)) {
        votes[row.pieces() - 1] += isTyped(row) ? 1 : 0;
      }
    }
    return votes;
  }

  /** True if it was read and all its cells are of one shape that names do not have. */
  static boolean isTyped(OpenTableRow row) {
    if (row.outcome() != Outcome.READ) {
      return false;
    }
    List<Slice> pieces = row.best();
    List<TextShape> cells =
        pieces.subList(1, pieces.size()).stream().map(p -> TextShape.of(p.text())).toList();
    TextShape first = cells.get(0);
    return first.start().isTyped()
        && !Digits.isOfAnyScript(pieces.get(0).text().charAt(0))
        && cells.stream().noneMatch(cell -> cell.tokens().contains(CAPITALISED))
        && cells.stream()
            .allMatch(
                cell -> cell.tokens().equals(first.tokens()) || cell.start() == first.start());
  }

  private static Optional<OpenTable> table(
      List<SourceText> lines, Join join, int columns, OpenWeights weights) {
    List<OpenTableRow> rows = OpenTableRows.read(lines, join, columns, weights);
    int from = 0;
    while (from < rows.size() && !isTyped(rows.get(from))) {
      from++;
    }
    if (from == rows.size()) {
      return Optional.empty();
    }
    int to = end(rows);
    while (from > 1 && isRow(rows.get(from - 1)) && isHeader(lines.get(from - 2))) {
      from--;
    }
    List<OpenTableRow> shown =
        rows.subList(from, to).stream().filter(UniformRowDetector::isTyped).toList();
    int typed = shown.size();
    if (from == 0
        || shapes(shown) * 2 < typed
        || !isHeader(lines.get(from - 1))
        || typed < FEWEST_TYPED
        || typed * 3 < to - from) {
      return Optional.empty();
    }
    List<OpenTableRow> body = OpenTableRows.read(lines.subList(from, to), join, columns, weights);
    List<Slice> names = ShapedHeader.of(lines.get(from - 1), join, columns, weights);
    return Optional.of(
        new OpenTable(
            join,
            lines.get(from - 1),
            names,
            names.isEmpty() ? "none" : "shape",
            columns,
            true,
            body));
  }

  /**
   * How many kinds of values the rows have: a row for each property has units of its own, while
   * those of a list are all alike.
   */
  private static long shapes(List<OpenTableRow> rows) {
    return rows.stream()
        .map(row -> TextShape.of(row.best().get(1).text()).tokens())
        .distinct()
        .count();
  }

  /** One past the last typed row, or past the rows below it that are read for certain. */
  private static int end(List<OpenTableRow> rows) {
    int end = rows.size();
    while (!isTyped(rows.get(end - 1))) {
      end--;
    }
    while (end < rows.size() && isRow(rows.get(end))) {
      end++;
    }
    return end;
  }

  private static boolean isRow(OpenTableRow row) {
    return row.outcome() == Outcome.READ;
  }

  /** A header is no sentence, and holds no amounts. */
  static boolean isHeader(SourceText line) {
    return line.length() <= 400
        && !AMOUNT.matcher(line.text()).find()
        && ".:?!;,".indexOf(line.charAt(line.length() - 1)) < 0;
  }
}
