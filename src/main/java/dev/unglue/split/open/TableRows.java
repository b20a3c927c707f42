package dev.unglue.split.open;

import dev.unglue.model.Row.Join;
import dev.unglue.model.SourceText;
import dev.unglue.split.open.OpenRow.Outcome;
import java.util.List;

/** All rows of one table: read once by themselves, and again with what the first reading showed. */
final class TableRows {
  /** Pairs of seams that are tried for one table; a hundred rows of thirty words need fewer. */
  private static final int MOST_TRIED = 50_000;

  private TableRows() {}

  /** The rows, from the first on; what would cost too much to try is left out. */
  static List<OpenRow> read(List<SourceText> all, Join join, int columns) {
    List<SourceText> lines = affordable(all, join);
    RowSplitter first = new RowSplitter(join, Likeness.UNKNOWN);
    List<OpenRow> rows = lines.stream().map(line -> first.split(line, columns)).toList();
    RowSplitter again = new RowSplitter(join, new Likeness(style(rows), isWhole(rows)));
    return lines.stream().map(line -> again.split(line, columns)).toList();
  }

  /** As many lines as can be tried in reasonable time, from the first on. */
  static List<SourceText> affordable(List<SourceText> lines, Join join) {
    int cost = 0;
    int count = 0;
    while (count < lines.size() && cost <= MOST_TRIED) {
      String text = lines.get(count).text();
      List<Seam> seams = join == Join.GLUED ? Seams.glued(text) : Seams.spaced(text);
      int tried = Math.min(seams.size(), Seams.MOST);
      cost += tried * tried;
      count++;
    }
    return lines.subList(0, count);
  }

  private static boolean isWhole(List<OpenRow> rows) {
    long read = rows.stream().filter(row -> row.outcome() == Outcome.READ).count();
    long few =
        rows.stream()
            .filter(row -> row.outcome() == Outcome.HEADING || row.outcome() == Outcome.SHORT)
            .count();
    return read >= 3 && few * 8 < read;
  }

  /** Share of cells with a capital at their beginning only, among those that could have more. */
  private static double style(List<OpenRow> rows) {
    int plain = 1;
    int all = 2;
    for (OpenRow row : rows) {
      boolean whole = row.outcome() == Outcome.READ || row.outcome() == Outcome.AMBIGUOUS;
      if (whole && !row.readings().isEmpty()) {
        List<SourceText> pieces = row.readings().get(0).pieces();
        for (SourceText piece : pieces.subList(1, pieces.size())) {
          Shape cell = Shape.of(piece.text());
          boolean tells = cell.words() > 1 && cell.small() > 0 && !cell.start().isTyped();
          all += tells ? 1 : 0;
          plain += tells && cell.inner() == 0 ? 1 : 0;
        }
      }
    }
    return (double) plain / all;
  }
}
