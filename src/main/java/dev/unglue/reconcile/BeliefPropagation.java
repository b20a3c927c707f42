package dev.unglue.reconcile;

import dev.unglue.model.subject.Belief;
import dev.unglue.model.subject.KeptRow;
import dev.unglue.model.subject.KnownCell;
import dev.unglue.model.subject.PropagationResult;
import dev.unglue.model.subject.UnresolvedCells;
import dev.unglue.reconcile.SubjectEvidence.Witness;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What the pages of a subject say of each other's open rows, for one field of pages.
 *
 * <p>A cell of a subject is the same on all of its pages, unless it has changed between two
 * captures. So a certain cell of one page favours the readings of another that have it; and a row
 * that is open itself favours the cells that it can hold: of {@code CitiAccenture} and {@code
 * CitiWells Fargo} only {@code Citi} stands in both. How likely a row holds a cell is told by its
 * own page and by the subjects of its <em>other</em> columns, so that what a page is told never
 * comes back to it as news; and it is asked only whether the row can hold the cell, not how much
 * better than others it fits, so that a guess repeated on many pages stays a guess. Rounds follow
 * each other until nothing changes; each is computed from the whole round before, and sums are of
 * whole numbers, so that no order of pages matters.
 *
 * <p>Weights are bounded for each subject: values do change, and then the row's own evidence must
 * be able to speak.
 */
public final class BeliefPropagation {
  private static final int MOST_ROUNDS = 10;

  /** Weights are in millionths: sums of whole numbers are the same in every order. */
  private static final long ONE = 1_000_000;

  /** A reading twenty times less likely than the best of its row is possible without reserve. */
  private static final double DOUBT = 3;

  /** The most that all pages of one subject together say for or against a cell. */
  private static final long MOST = 8 * ONE;

  private final PageTrust trust;
  private final List<UnresolvedCells> rows;
  private final List<KeptRow> beside;
  private final Map<String, SubjectEvidence> subjects = new HashMap<>();
  private final List<List<Witness>> own = new ArrayList<>();
  private final List<List<Witness>> others = new ArrayList<>();
  private final List<List<List<Map<String, Long>>>> said = new ArrayList<>();

  private BeliefPropagation(
      List<UnresolvedCells> rows,
      List<KeptRow> beside,
      Collection<KnownCell> known,
      PageTrust trust) {
    this.trust = trust;
    this.rows = List.copyOf(rows);
    this.beside = List.copyOf(beside);
    known.forEach(cell -> of(cell.subject()).addCertain(cell));
    for (UnresolvedCells row : rows) {
      own.add(witnesses(row));
      said.add(new ArrayList<>());
    }
    beside.forEach(kept -> others.add(witnesses(kept.row())));
  }

  private List<Witness> witnesses(UnresolvedCells row) {
    List<Witness> columns = new ArrayList<>();
    for (int column = 0; column < row.subjects().size(); column++) {
      columns.add(of(row.subjects().get(column)).witness(column, row.text()));
    }
    return columns;
  }

  private SubjectEvidence of(String subject) {
    return subjects.computeIfAbsent(subject, slug -> new SubjectEvidence());
  }

  /**
   * How all open rows of one field come to rest.
   *
   * @param rows the open rows of one field, in any order
   * @param known the certain cells of the same field, in any order
   * @param trust how much pages say of each other
   * @return for each row, in the order given, what it says and is told
   */
  public static List<PropagationResult> settle(
      List<UnresolvedCells> rows, Collection<KnownCell> known, PageTrust trust) {
    return settle(rows, List.of(), known, trust);
  }

  /**
   * The same for some rows, where those beside them say what they said before.
   *
   * @param rows the rows to settle
   * @param beside all other rows that share a subject with any of them, as they were settled
   * @param known the certain cells of all subjects of {@code rows}
   */
  public static List<PropagationResult> settle(
      List<UnresolvedCells> rows,
      List<KeptRow> beside,
      Collection<KnownCell> known,
      PageTrust trust) {
    return new BeliefPropagation(rows, beside, known, trust).settle();
  }

  /** Once all say the same as in the round before, they would do so for ever. */
  private List<PropagationResult> settle() {
    int news = beside.stream().mapToInt(kept -> kept.settled().said().size()).max().orElse(0);
    List<List<Belief>> beliefs =
        rows.stream().map(row -> row.subjects().stream().map(s -> Belief.NONE).toList()).toList();
    for (int round = 0; round < MOST_ROUNDS && (speak(round, beliefs) || round < news); round++) {
      beliefs = listen();
    }
    List<PropagationResult> settled = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      settled.add(new PropagationResult(said.get(i), beliefs.get(i)));
    }
    return settled;
  }

  /** Each row says of each of its cells what it can be; true if any says something new. */
  private boolean speak(int round, List<List<Belief>> beliefs) {
    subjects.values().forEach(SubjectEvidence::forget);
    boolean moved = false;
    for (int i = 0; i < rows.size(); i++) {
      List<Map<String, Long>> now = say(rows.get(i), beliefs.get(i));
      List<List<Map<String, Long>>> before = said.get(i);
      moved |= before.isEmpty() || !now.equals(before.get(before.size() - 1));
      before.add(now);
      hear(now, own.get(i));
    }
    for (int i = 0; i < beside.size(); i++) {
      hear(beside.get(i).settled().saidIn(round), others.get(i));
    }
    subjects.values().forEach(witnesses -> witnesses.sum(millionths(trust.impossible())));
    return moved;
  }

  private static void hear(List<Map<String, Long>> said, List<Witness> witnesses) {
    for (int column = 0; column < said.size(); column++) {
      said.get(column).forEach(witnesses.get(column)::say);
    }
  }

  private List<Map<String, Long>> say(UnresolvedCells row, List<Belief> beliefs) {
    List<Map<String, Long>> columns = new ArrayList<>();
    for (int column = 0; column < row.subjects().size(); column++) {
      columns.add(say(row, column, beliefs));
    }
    return columns;
  }

  private Map<String, Long> say(UnresolvedCells row, int column, List<Belief> beliefs) {
    long possible = millionths(trust.possible());
    long impossible = millionths(trust.impossible());
    Map<String, Double> likely = new HashMap<>();
    double best = Double.NEGATIVE_INFINITY;
    for (UnresolvedCells.Option option : row.options()) {
      double weight = option.weight() + beside(option, column, beliefs);
      best = Math.max(best, weight);
      likely.merge(option.cells().get(column), weight, Math::max);
    }
    Map<String, Long> cells = new TreeMap<>();
    for (Map.Entry<String, Double> cell : likely.entrySet()) {
      double reserve = Math.max(0, best - cell.getValue() - DOUBT);
      cells.put(cell.getKey(), Math.max(impossible, possible - millionths(reserve)));
    }
    return cells;
  }

  /** What the subjects of the other columns say of a reading. */
  private static double beside(UnresolvedCells.Option option, int column, List<Belief> beliefs) {
    double weight = 0;
    for (int other = 0; other < option.cells().size(); other++) {
      weight += other == column ? 0 : beliefs.get(other).of(option.cells().get(other));
    }
    return weight;
  }

  private List<List<Belief>> listen() {
    List<List<Belief>> beliefs = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      List<Belief> columns = new ArrayList<>();
      for (int column = 0; column < rows.get(i).subjects().size(); column++) {
        columns.add(told(rows.get(i), column, own.get(i).get(column)).belief());
      }
      beliefs.add(columns);
    }
    return beliefs;
  }

  /** What other pages tell of one cell, in millionths, before it is bounded. */
  private record Told(Map<String, Long> byCell, long other) {
    /** Where no reading fits, the value has changed: the other pages then speak against none. */
    Belief belief() {
      long best = Math.max(other, byCell.values().stream().max(Long::compare).orElse(other));
      long unfit = Math.min(0, best);
      Map<String, Double> weights = new HashMap<>();
      byCell.forEach((cell, weight) -> weights.put(cell, bounded(weight - unfit)));
      return new Belief(weights, bounded(other - unfit));
    }

    private static double bounded(long weight) {
      return (double) Math.max(-MOST, Math.min(MOST, weight)) / ONE;
    }
  }

  private Told told(UnresolvedCells row, int column, Witness witness) {
    SubjectEvidence witnesses = of(row.subjects().get(column));
    Set<String> certain = witnesses.certainBeside(row.capture());
    Map<String, Long> byCell = new HashMap<>();
    for (UnresolvedCells.Option option : row.options()) {
      String cell = option.cells().get(column);
      long certainly = certain.contains(cell) ? agrees(certain) : differs(certain);
      byCell.put(cell, certainly + witnesses.of(cell, witness));
    }
    // That a page leaves a cell out says neither for nor against what others print.
    byCell.computeIfPresent(SubjectEvidence.MISSING, (cell, weight) -> 0L);
    return new Told(byCell, differs(certain) + witnesses.ofUnnamed(witness));
  }

  /** Where certain cells differ among themselves, the value has changed: each counts for less. */
  private long agrees(Set<String> certain) {
    return millionths(trust.agrees()) / certain.size();
  }

  private long differs(Set<String> certain) {
    return certain.isEmpty() ? 0 : millionths(trust.differs());
  }

  private static long millionths(double weight) {
    return Math.round(weight * ONE);
  }
}
