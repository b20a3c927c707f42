package dev.unglue.split.open;

import dev.unglue.model.Row.Join;
import dev.unglue.model.SourceText;
import dev.unglue.split.open.OpenRow.Outcome;
import dev.unglue.text.Digits;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A table that lists things, one a row, with columns of different types: states with their salaries
 * and jobs. All its rows follow one pattern of types.
 */
final class ListTable {
  private static final int FEWEST_ROWS = 3;
  private static final int MOST_PIECES = 12;
  private static final Set<String> RANKS = Set.of("rank", "#", "no.", "no", "pos", "position");

  private ListTable() {}

  static Optional<OpenTable> find(List<SourceText> run, OpenWeights weights) {
    for (int i = 0; i + FEWEST_ROWS < run.size(); i++) {
      List<SourceText> first = run.subList(i + 1, i + 1 + FEWEST_ROWS);
      if (AlikeRows.isHeader(run.get(i)) && first.stream().allMatch(OpenTableFinder::mayBeTyped)) {
        Optional<OpenTable> table = below(run.get(i), run.subList(i + 1, run.size()), weights);
        if (table.isPresent()) {
          return table;
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<OpenTable> below(
      SourceText header, List<SourceText> lines, OpenWeights weights) {
    Join join = OpenTableFinder.join(lines);
    Optional<OpenTable> best = Optional.empty();
    for (int pieces = MOST_PIECES; pieces >= 3 && best.isEmpty(); pieces--) {
      best = table(header, lines, join, pieces, weights);
    }
    return best;
  }

  private static Optional<OpenTable> table(
      SourceText header, List<SourceText> lines, Join join, int pieces, OpenWeights weights) {
    Optional<Names> names = names(header, lines, join, pieces, weights);
    if (names.isEmpty()) {
      return Optional.empty();
    }
    List<OpenRow> rows =
        ListRows.of(lines, new ListCells(join, true), pieces, weights).read(names.get().columns());
    if (rows.size() < FEWEST_ROWS) {
      rows =
          ListRows.of(lines, new ListCells(join, false), pieces, weights)
              .read(names.get().columns());
    }
    if (rows.size() < FEWEST_ROWS) {
      return Optional.empty();
    }
    boolean labelled = names.get().labelled();
    return Optional.of(
        new OpenTable(
            join,
            header,
            names.get().columns(),
            "shape",
            labelled ? pieces - 1 : pieces,
            labelled,
            rows));
  }

  private record Names(List<SourceText> columns, boolean labelled) {}

  /** A header with a name for each piece, or one more for a column of ranks that is empty. */
  private static Optional<Names> names(
      SourceText header, List<SourceText> lines, Join join, int pieces, OpenWeights weights) {
    Join apart = OpenTableFinder.join(List.of(header)) == Join.GLUED ? Join.GLUED : join;
    RowSplitter splitter = new RowSplitter(apart, Likeness.UNKNOWN, weights);
    OpenRow ranked = splitter.header(header, pieces + 1);
    if (ranked.outcome() == Outcome.READ && isRank(ranked.readings().get(0).pieces().get(0))) {
      List<SourceText> all = ranked.readings().get(0).pieces();
      return Optional.of(new Names(all.subList(1, all.size()), false));
    }
    OpenRow even = splitter.header(header, pieces);
    if (even.outcome() == Outcome.READ) {
      List<SourceText> all = even.readings().get(0).pieces();
      if (isRank(all.get(0)) && !ranked(lines)) {
        return Optional.empty();
      }
      return Optional.of(new Names(all.subList(1, all.size()), true));
    }
    return Optional.empty();
  }

  private static boolean ranked(List<SourceText> lines) {
    return lines.stream().limit(FEWEST_ROWS).allMatch(l -> Digits.is(l.charAt(0)));
  }

  private static boolean isRank(SourceText name) {
    return RANKS.contains(name.text().toLowerCase(Locale.ROOT));
  }
}
