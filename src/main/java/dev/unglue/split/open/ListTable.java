package dev.unglue.split.open;

import dev.unglue.model.field.HeaderWords;
import dev.unglue.model.page.Row.Join;
import dev.unglue.model.page.Slice;
import dev.unglue.model.value.SourceText;
import dev.unglue.split.open.OpenTableRow.Outcome;
import dev.unglue.split.open.feature.OpenWeights;
import dev.unglue.split.open.feature.RowSimilarity;
import dev.unglue.text.Digits;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Stream;

/**
 * A table that lists things, one a row, with columns of different types: states with their salaries
 * and jobs. All its rows follow one pattern of types.
 */
final class ListTable {
  private static final int FEWEST_ROWS = 3;
  private static final int MOST_PIECES = 12;

  /** A title may stand above the header; below more lines it may be a row. */
  private static final int MOST_ABOVE = 1;

  private ListTable() {}

  static Optional<OpenTable> find(List<SourceText> run, OpenWeights weights) {
    for (int i = 0; i <= MOST_ABOVE && i + FEWEST_ROWS < run.size(); i++) {
      List<SourceText> first = run.subList(i + 1, i + 1 + FEWEST_ROWS);
      if (UniformRowDetector.isHeader(run.get(i))
          && !(startsWithNumber(run.get(i)) && ranked(first))
          && areTyped(first)) {
        Optional<OpenTable> table = below(run.get(i), run.subList(i + 1, run.size()), weights);
        if (table.isPresent()) {
          return table;
        }
      }
    }
    return Optional.empty();
  }

  private static boolean areTyped(List<SourceText> lines) {
    Join join = LineShape.join(lines);
    return lines.stream().allMatch(line -> LineShape.mayBeTyped(line, join));
  }

  private static Optional<OpenTable> below(
      SourceText header, List<SourceText> lines, OpenWeights weights) {
    Join join = LineShape.join(lines);
    Join apart = LineShape.join(List.of(header)) == Join.GLUED ? Join.GLUED : join;
    IntFunction<List<Slice>> cut =
        new RowSplitter(apart, RowSimilarity.UNKNOWN, weights).namesUpTo(header, MOST_PIECES + 1);
    Optional<OpenTable> best = Optional.empty();
    for (int pieces = MOST_PIECES; pieces >= 3 && best.isEmpty(); pieces--) {
      Optional<Names> names = names(cut, lines, pieces);
      int size = pieces;
      best = names.flatMap(each -> table(header, lines, join, size, each, weights));
    }
    return best;
  }

  private static Optional<OpenTable> table(
      SourceText header,
      List<SourceText> lines,
      Join join,
      int pieces,
      Names names,
      OpenWeights weights) {
    boolean labelled = names.labelled();
    List<String> headings = names.columns().stream().map(Slice::text).toList();
    List<OpenTableRow> rows =
        Stream.of(true, false)
            .map(marked -> ListRows.of(lines, new ListCells(join, marked), pieces, weights))
            .map(each -> each.read(headings))
            .filter(read -> read.size() >= FEWEST_ROWS && isClear(read, join))
            .findFirst()
            .orElse(List.of());
    if (rows.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new OpenTable(
            join,
            header,
            names.columns(),
            "shape",
            labelled ? pieces - 1 : pieces,
            labelled,
            rows));
  }

  /**
   * Two counts or two names with nothing between them tell of no border in any row; a list where
   * they stand side by side is not read, unless another column is computed from them.
   */
  private static boolean isClear(List<OpenTableRow> rows, Join join) {
    return join != Join.GLUED
        || rows.stream()
            .noneMatch(
                row ->
                    row.outcome() == Outcome.READ && !isRelated(row) && runsTogether(row.best()));
  }

  private static boolean isRelated(OpenTableRow row) {
    return row.readings().get(0).evidence().containsKey(ListRows.RELATED);
  }

  private static boolean runsTogether(List<Slice> cells) {
    for (int i = 1; i < cells.size(); i++) {
      String left = cells.get(i - 1).text();
      String right = cells.get(i).text();
      boolean names =
          Character.isLetter(left.charAt(left.length() - 1)) && Character.isLetter(right.charAt(0));
      if (names || (isCount(left) && isCount(right))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isCount(String cell) {
    for (int i = 0; i < cell.length(); i++) {
      if (!Digits.is(cell.charAt(i)) && cell.charAt(i) != ',') {
        return false;
      }
    }
    return true;
  }

  private record Names(List<Slice> columns, boolean labelled) {}

  /** A header with a name for each piece, or one more for a column of ranks that is empty. */
  private static Optional<Names> names(
      IntFunction<List<Slice>> cut, List<SourceText> lines, int pieces) {
    List<Slice> ranked = cut.apply(pieces + 1);
    if (!ranked.isEmpty() && isRank(ranked.get(0)) && !ranked(lines)) {
      return Optional.of(new Names(ranked.subList(1, ranked.size()), false));
    }
    List<Slice> even = cut.apply(pieces);
    return even.isEmpty() || (isRank(even.get(0)) && !ranked(lines))
        ? Optional.empty()
        : Optional.of(new Names(even.subList(1, even.size()), true));
  }

  private static boolean ranked(List<SourceText> lines) {
    return lines.stream().limit(FEWEST_ROWS).allMatch(ListTable::startsWithNumber);
  }

  private static boolean startsWithNumber(SourceText line) {
    return Digits.isOfAnyScript(line.charAt(0));
  }

  private static boolean isRank(Slice name) {
    return HeaderWords.isRank(name.text());
  }
}
