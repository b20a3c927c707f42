package dev.unglue.split.open;

import dev.unglue.model.field.HeaderWords;
import dev.unglue.model.page.Row.Join;
import dev.unglue.model.page.Slice;
import dev.unglue.model.value.SourceText;
import dev.unglue.split.open.TableSolver.Solution;
import dev.unglue.split.open.piece.NameSeams;
import dev.unglue.split.open.piece.PieceCuts;
import dev.unglue.split.open.piece.TypedCells;
import dev.unglue.text.Digits;
import java.util.List;
import java.util.Optional;

/**
 * A table of which nothing is known: a line of names and below it rows with numbers, which explain
 * each other as so many columns.
 *
 * <p>Prose must not become a table. So there must be rows enough, and a column of numbers, dates or
 * choices all the way down; two columns without names are a list. Rows that nothing decides stay
 * open.
 */
public final class ListedTable {
  private static final int FEWEST_ROWS = 3;

  /** Typed rows among all below the header: at least so many of ten. */
  private static final int TYPED_TENTHS = 6;

  /** The share of its rows in which a column of numbers holds one. */
  private static final double SETTLED = 0.7;

  /** Rows of words that may stand between a header and the first typed row, and below the last. */
  private static final int ABOVE = 2;

  private static final int BELOW = 3;

  /** A header stands on the first line, or below a title. */
  private static final int LOWEST_TOP = 1;

  private static final int LONGEST_WORDS = 120;

  /** How likely the names of the columns must be. */
  private static final double NAMED = 0.6;

  private final List<SourceText> run;
  private final OpenWeights weights;

  private ListedTable(List<SourceText> run, OpenWeights weights) {
    this.run = run;
    this.weights = weights;
  }

  /** The table that a group of lines holds; absent where nothing shows one. */
  public static Optional<OpenTable> find(List<SourceText> run, OpenWeights weights) {
    return new ListedTable(run, weights).find();
  }

  private Optional<OpenTable> find() {
    int first = 0;
    while (first < run.size() && !RowFacts.isTyped(run.get(first))) {
      first++;
    }
    int end = end(first);
    int lowest = Math.max(0, first - 1);
    int highest = highest(lowest, end);
    if (highest > LOWEST_TOP) {
      return Optional.empty(); // before anything is read
    }
    Optional<OpenTable> best = Optional.empty();
    int top = lowest;
    for (int header = lowest; header >= highest; header--) {
      Optional<OpenTable> table = below(header, end);
      boolean isHeader = header == 0 || table.stream().noneMatch(t -> t.names().isEmpty());
      if (isHeader && (best.isEmpty() || read(table) > read(best))) {
        best = table;
        top = header;
      }
    }
    // below more lines than a title it may be one more row of words
    return top > LOWEST_TOP ? Optional.empty() : best;
  }

  /** The highest line that may be the header, one line below the lowest where that is none. */
  private int highest(int lowest, int end) {
    int highest = lowest + 1;
    while (highest > Math.max(0, lowest - ABOVE) && isHeader(highest - 1, end)) {
      highest--;
    }
    return highest;
  }

  /** A line above rows enough which holds no amounts, and hardly a digit where they do. */
  private boolean isHeader(int at, int end) {
    if (end - at - 1 < FEWEST_ROWS || !RowFacts.isHeader(run.get(at))) {
      return false;
    }
    long digits = 0;
    long length = 0;
    for (SourceText row : run.subList(at + 1, end)) {
      digits += Digits.count(row.text());
      length += row.length();
    }
    return 2L * Digits.count(run.get(at).text()) * length <= digits * run.get(at).length();
  }

  /** One past the last typed row before prose. */
  private int end(int first) {
    int end = first;
    for (int i = first; i < run.size() && !RowFacts.isProse(run.get(i)); i++) {
      end = RowFacts.isTyped(run.get(i)) ? i + 1 : end;
    }
    return end;
  }

  /** Rows of words that may follow the last typed row. */
  private int wordsEnd(int end) {
    int words = end;
    while (words < run.size()
        && words < end + BELOW
        && run.get(words).length() <= LONGEST_WORDS
        && !RowFacts.isProse(run.get(words))) {
      words++;
    }
    return words;
  }

  private Optional<OpenTable> below(int at, int end) {
    SourceText header = run.get(at);
    List<SourceText> lines = run.subList(at + 1, wordsEnd(end));
    int typed = 0;
    for (SourceText line : lines) {
      typed += RowFacts.isTyped(line) ? 1 : 0;
    }
    if (typed * 10 < (end - at - 1) * TYPED_TENTHS) {
      return Optional.empty();
    }
    Join join = CellJoin.of(lines);
    if (!mayBeTable(lines, join)) {
      return Optional.empty();
    }
    int rank = rankEnd(header, lines, join);
    TableSolver solver = new TableSolver(join, weights);
    return solver
        .solve(header.slice(rank), solver.pieces(lines))
        .filter(found -> isTable(found.chosen().rows()))
        .map(found -> table(header, found, rank == 0).endingWith(end - at - 1))
        .filter(table -> table.columns() > 1 || !table.names().isEmpty());
  }

  /** False where {@link #isTable} cannot be true, however the lines are cut: so none of them is. */
  private static boolean mayBeTable(List<SourceText> lines, Join join) {
    int typed = 0;
    for (SourceText line : lines) {
      typed += TypedCells.mayStandIn(line.text(), join) ? 1 : 0;
    }
    return typed >= FEWEST_ROWS && typed * FEWEST_ROWS >= lines.size();
  }

  /** True if a column of a list is numbers, or rows enough of a comparison are. */
  private static boolean isTable(TableDecoder rows) {
    int typed = rows.typedRows();
    return rows.isCompared()
        ? typed >= FEWEST_ROWS && typed * FEWEST_ROWS >= rows.ways().size()
        : rows.numericShare() >= SETTLED;
  }

  /** Where the name of a column of ranks ends that is empty all the way down; 0 without one. */
  private static int rankEnd(SourceText header, List<SourceText> lines, Join join) {
    PieceCuts points = PieceCuts.of(header.text(), join);
    boolean rank =
        points.size() > 0 && HeaderWords.isRank(header.text().substring(0, points.end(0)));
    int numbered = 0;
    for (SourceText line : lines) {
      numbered += Digits.isOfAnyScript(line.charAt(0)) ? 1 : 0;
    }
    return rank && numbered * 2 < lines.size() ? points.next(0) : 0;
  }

  /** False where a name goes on with a small letter behind one that began with a capital. */
  private static boolean areNames(List<Slice> names) {
    boolean capital = Character.isUpperCase(names.get(0).text().charAt(0));
    return !capital
        || names.stream().noneMatch(name -> Character.isLowerCase(name.text().charAt(0)));
  }

  /** True for names of things that have run together and may be others as well. */
  private static boolean isDoubtful(ColumnHypothesis chosen) {
    return chosen.join() == Join.GLUED
        && chosen.rows().isCompared()
        && NameSeams.areDoubtful(chosen.header().get(0).slices());
  }

  private OpenTable table(SourceText header, Solution found, boolean labelled) {
    ColumnHypothesis chosen = found.chosen();
    boolean likely = TableDecoder.probabilities(chosen.header())[0] * found.headerChance() >= NAMED;
    boolean named = likely && areNames(chosen.header().get(0).slices()) && !isDoubtful(chosen);
    List<Slice> names = named ? chosen.header().get(0).slices() : List.of();
    boolean cornered = named && labelled && chosen.cornered();
    return new OpenTable(
        chosen.join(),
        header,
        cornered ? names.subList(1, names.size()) : names,
        named ? "shape" : "none",
        labelled ? chosen.rows().columns() - 1 : chosen.rows().columns(),
        labelled,
        new RowJudge(chosen, found.chance(), weights).decide());
  }

  private static int read(Optional<OpenTable> table) {
    return table.map(OpenTable::read).orElse(0);
  }
}
