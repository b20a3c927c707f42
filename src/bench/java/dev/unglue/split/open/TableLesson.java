package dev.unglue.split.open;

import dev.unglue.model.page.Row.Join;
import dev.unglue.model.value.SourceText;
import dev.unglue.split.open.piece.RowPieces;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A table whose cells are known, printed as text: what there is to choose between when it is read,
 * the truth first. From that the weights of open tables are learned.
 */
public final class TableLesson {
  /** A table without a row of these many cells teaches nothing. */
  private static final int FEWEST_ROWS = 3;

  private static final int MOST_ROWS = 30;
  private static final int MOST_COLUMNS = 8;
  private static final int LONGEST_CELL = 100;
  private static final int PLAIN_COLUMNS = 6;
  private static final int PLAIN_CELL = 60;
  private static final double TABLE = 2;

  private final Join join;
  private final boolean compared;
  private final boolean plain;
  private final List<String> names;
  private final int columns;
  private final SourceText header;
  private final List<RowPieces> rows;
  private final List<Optional<RowWay>> truth = new ArrayList<>();

  private TableLesson(
      List<String> header, List<List<String>> cells, boolean compared, boolean plain, Join join) {
    this.join = join;
    this.compared = compared;
    this.plain = plain;
    this.columns = header.size();
    this.names = header.stream().filter(name -> !name.isEmpty()).toList();
    this.header = printed(names);
    this.rows =
        new TableSolver(join, OpenWeights.in(Map.of()))
            .pieces(cells.stream().map(this::printed).toList());
    for (int i = 0; i < cells.size(); i++) {
      truth.add(truth(rows.get(i), cells.get(i)));
    }
  }

  /**
   * The lesson of a table; empty where too few of its rows have all cells.
   *
   * @param compared whether it compares things; then rows may have fewer cells, and are headings
   */
  public static Optional<TableLesson> of(
      List<String> header, List<List<String>> rows, boolean compared, Join join) {
    boolean wide =
        header.size() > MOST_COLUMNS || header.stream().skip(1).anyMatch(String::isBlank);
    List<List<String>> whole =
        wide
            ? List.of()
            : rows.stream()
                .filter(
                    row ->
                        (compared || row.size() == header.size())
                            && row.stream().allMatch(TableLesson::isCell))
                .limit(MOST_ROWS)
                .toList();
    return whole.size() < FEWEST_ROWS
        ? Optional.empty()
        : Optional.of(new TableLesson(header, whole, compared, isPlain(header, rows), join));
  }

  /** A table of usual width whose rows all have short cells, and the heads of groups of rows. */
  private static boolean isPlain(List<String> header, List<List<String>> rows) {
    return header.size() <= PLAIN_COLUMNS
        && rows.size() <= MOST_ROWS
        && rows.stream()
            .allMatch(
                row ->
                    row.size() == 1
                        || row.stream().allMatch(c -> !c.isBlank() && c.length() < PLAIN_CELL));
  }

  /** False for a table so wide or ragged that what was learned of it tells little of others. */
  public boolean isPlain() {
    return plain;
  }

  private static boolean isCell(String text) {
    return !text.isBlank() && text.length() < LONGEST_CELL;
  }

  /**
   * Several ways to read the same text, the true one first.
   *
   * @param options what is seen of each, by feature
   */
  public record Choice(List<Map<String, Double>> options) {
    /** Copies the list. */
    public Choice {
      options = List.copyOf(options);
    }
  }

  /** True if it compares things. */
  public boolean isCompared() {
    return compared;
  }

  /** How the cells of the table stand to each other. */
  public Join join() {
    return join;
  }

  private SourceText printed(List<String> cells) {
    return SourceText.verbatim(String.join(join == Join.GLUED ? "" : " ", cells), 0);
  }

  /** The true way to cut a row; empty where no cut points give it. */
  private Optional<RowWay> truth(RowPieces row, List<String> cells) {
    int[] bounds = new int[cells.size() + 1];
    int at = 0;
    for (int c = 0; c < cells.size() && row.isEnumerable(); c++) {
      int end = at + cells.get(c).length();
      int bound = bounds[c] + 1;
      while (bound < row.last() && row.end(bound) < end) {
        bound++;
      }
      if (bound > row.last() || row.end(bound) != end || !row.has(bounds[c], bound)) {
        return Optional.empty();
      }
      bounds[c + 1] = bound;
      at = end + (join == Join.GLUED ? 0 : 1);
    }
    return bounds[cells.size()] == row.last()
        ? Optional.of(new RowWay(row, bounds, 0))
        : Optional.empty();
  }

  /** Its rows by themselves, and its header. */
  public List<Choice> alone(OpenWeights weights) {
    List<Choice> choices = new ArrayList<>();
    addRows(decoder(columns, weights).step(), choices);
    RowPieces line = RowPieces.of(header, join);
    HeaderScorer scorer = new HeaderScorer(join);
    truth(line, names)
        .ifPresent(
            right -> {
              List<Map<String, Double>> options = new ArrayList<>();
              options.add(seen(right, scorer));
              for (RowWay way : RowDecoder.decode(line, 0, names.size(), scorer, weights)) {
                if (!same(way, right)) {
                  options.add(seen(way, scorer));
                }
              }
              add(options, choices);
            });
    return choices;
  }

  private static Map<String, Double> seen(RowWay way, HeaderScorer scorer) {
    Map<String, Double> seen = new TreeMap<>();
    way.see(0, scorer, into(seen, 1));
    return seen;
  }

  /** Its rows where the truth of its columns is known, at once and after some rounds. */
  public List<Choice> taughtRows(OpenWeights weights) {
    List<Choice> choices = new ArrayList<>();
    addRows(taughtBy(weights).step(), choices);
    addRows(taughtBy(weights).more(2), choices);
    return choices;
  }

  /** The whole table as it is, and as it becomes if the truth of its columns is known. */
  public List<Choice> taughtTable(OpenWeights weights) {
    List<Choice> choices = new ArrayList<>();
    addTable(taughtBy(weights), List.of(taughtBy(weights).more(2)), choices);
    return choices;
  }

  /** The whole table as it is, and as it is found without the truth. */
  public List<Choice> found(OpenWeights weights) {
    List<Choice> choices = new ArrayList<>();
    addTable(taughtBy(weights), List.of(decoder(columns, weights).run()), choices);
    return choices;
  }

  /** The whole table as it is, and as it is found with one column more and one less. */
  public List<Choice> otherColumns(OpenWeights weights) {
    List<TableDecoder> others = new ArrayList<>();
    for (int other : new int[] {columns - 1, columns + 1}) {
      if (other >= TableSolver.FEWEST_COLUMNS) {
        others.add(decoder(other, weights).run());
      }
    }
    List<Choice> choices = new ArrayList<>();
    addTable(taughtBy(weights), others, choices);
    return choices;
  }

  private TableDecoder decoder(int columns, OpenWeights weights) {
    FirstWays first = FirstWays.of(rows, join, columns, weights, compared);
    return new TableDecoder(rows, join, columns, weights, first);
  }

  private TableDecoder taughtBy(OpenWeights weights) {
    TableDecoder decoder = decoder(columns, weights);
    decoder.teach(truth.stream().map(way -> way.map(List::of).orElse(List.of())).toList());
    return decoder;
  }

  private void addRows(TableDecoder decoder, List<Choice> choices) {
    for (int i = 0; i < rows.size(); i++) {
      if (truth.get(i).isPresent()) {
        List<Map<String, Double>> options = new ArrayList<>();
        options.add(seen(decoder, i, truth.get(i).get()));
        for (RowWay way : decoder.ways().get(i)) {
          if (!same(way, truth.get(i).get())) {
            options.add(seen(decoder, i, way));
          }
        }
        add(options, choices);
      }
    }
  }

  private static Map<String, Double> seen(TableDecoder decoder, int at, RowWay way) {
    Map<String, Double> seen = new TreeMap<>();
    decoder.see(at, way, into(seen, 1));
    return seen;
  }

  private void addTable(TableDecoder right, List<TableDecoder> others, List<Choice> choices) {
    List<Map<String, Double>> options = new ArrayList<>();
    options.add(sum(right, true));
    for (TableDecoder other : others) {
      if (!isTrue(other) && isWhole(other)) {
        options.add(sum(other, false));
      }
    }
    add(options, choices);
  }

  /** All that is seen of the rows together, as much as befits one example. */
  private Map<String, Double> sum(TableDecoder decoder, boolean right) {
    Map<String, Double> seen = new TreeMap<>();
    double part = TABLE / StrictMath.sqrt(rows.size());
    for (int i = 0; i < rows.size(); i++) {
      if (truth.get(i).isPresent()) {
        RowWay way = right ? truth.get(i).get() : decoder.ways().get(i).get(0);
        decoder.see(i, way, into(seen, part));
      }
    }
    return seen;
  }

  /** True if each row whose truth is known was read. */
  private boolean isWhole(TableDecoder decoder) {
    for (int i = 0; i < rows.size(); i++) {
      if (truth.get(i).isPresent() && decoder.ways().get(i).isEmpty()) {
        return false;
      }
    }
    return true;
  }

  private boolean isTrue(TableDecoder decoder) {
    for (int i = 0; i < rows.size(); i++) {
      List<RowWay> ways = decoder.ways().get(i);
      if (truth.get(i).isPresent() && !(ways.size() > 0 && isRight(i, ways.get(0)))) {
        return false;
      }
    }
    return true;
  }

  private boolean isRight(int row, RowWay way) {
    return truth.get(row).isPresent() && same(way, truth.get(row).get());
  }

  private static boolean same(RowWay one, RowWay other) {
    return one.slices().equals(other.slices());
  }

  private static FeatureSink into(Map<String, Double> seen, double part) {
    return (feature, amount) -> {
      if (amount != 0) {
        seen.merge(OpenFeatures.NAMES.get(feature), amount * part, Double::sum);
      }
    };
  }

  private static void add(List<Map<String, Double>> options, List<Choice> choices) {
    if (options.size() > 1) {
      choices.add(new Choice(options));
    }
  }

  /**
   * The numbers of columns that there are to choose between; empty if the true one is not among
   * them.
   */
  public Optional<Choice> columns(OpenWeights weights) {
    List<Map<String, Double>> options = new ArrayList<>();
    List<Map<String, Double>> others = new ArrayList<>();
    for (ColumnHypothesis each : new TableSolver(join, weights).hypotheses(header, rows)) {
      (isRight(each) ? options : others).add(named(each));
    }
    if (options.isEmpty() || others.isEmpty()) {
      return Optional.empty();
    }
    options.addAll(others);
    return Optional.of(new Choice(options));
  }

  private boolean isRight(ColumnHypothesis hypothesis) {
    return hypothesis.rows().columns() == columns
        && hypothesis.rows().isCompared() == compared
        && hypothesis.cornered() == (names.size() == columns);
  }

  private Map<String, Double> named(ColumnHypothesis hypothesis) {
    Map<String, Double> named = new TreeMap<>();
    double[] features = hypothesis.features();
    for (int i = 0; i < features.length; i++) {
      named.put(hypothesis.key(ColumnHypothesis.FEATURES.get(i)), features[i]);
    }
    return named;
  }

  /**
   * What was read of one row.
   *
   * @param odds of its best reading, of the row, the columns, the table; empty where it was not
   *     read
   * @param right true if its best reading is the truth
   */
  public record Verdict(List<Double> odds, boolean right) {
    /** Copies the odds. */
    public Verdict {
      odds = List.copyOf(odds);
    }

    /** True if all odds reach these. */
    public boolean passes(double[] least) {
      for (int i = 0; i < odds.size(); i++) {
        if (odds.get(i) < least[i]) {
          return false;
        }
      }
      return !odds.isEmpty();
    }
  }

  /** What is read of each row, the number of columns and their names unknown. */
  public List<Verdict> verdicts(OpenWeights weights) {
    return new TableSolver(join, weights)
        .solve(header, rows)
        .map(found -> verdicts(new RowJudge(found.chosen(), found.chance(), weights)))
        .orElse(Collections.nCopies(rows.size(), new Verdict(List.of(), false)));
  }

  /** What is read of each row below names that are known. */
  public List<Verdict> namedVerdicts(OpenWeights weights) {
    ColumnHypothesis named = new TableSolver(join, weights).named(columns, rows);
    return verdicts(new RowJudge(named, 1, weights));
  }

  private List<Verdict> verdicts(RowJudge judge) {
    TableDecoder chosen = judge.table().rows();
    double settled = judge.settled();
    List<Verdict> verdicts = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      List<RowWay> ways = chosen.ways().get(i);
      verdicts.add(
          ways.isEmpty() || ways.get(0).size() < chosen.columns()
              ? new Verdict(List.of(), false)
              : new Verdict(
                  Arrays.stream(judge.odds(i, settled)).boxed().toList(),
                  chosen.columns() == columns && isRight(i, ways.get(0))));
    }
    return verdicts;
  }
}
