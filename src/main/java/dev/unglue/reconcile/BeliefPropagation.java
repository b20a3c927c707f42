package dev.unglue.reconcile;

import dev.unglue.model.subject.Belief;
import dev.unglue.model.subject.KeptRow;
import dev.unglue.model.subject.KnownCell;
import dev.unglue.model.subject.PropagationResult;
import dev.unglue.model.subject.UnresolvedCells;
import dev.unglue.reconcile.SubjectEvidence.Sender;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * What the pages of a subject say of each other's open rows, for one field of pages.
 *
 * <p>A cell of a subject is the same on all of its pages, unless it has changed between two
 * captures. So a certain cell of one page favours the readings of another that have it; and a row
 * that is open itself favours the cells that it can hold: of {@code CitiAccenture} and {@code
 * CitiWells Fargo} only {@code Citi} stands in both. How likely a row holds a cell is known by its
 * own page and by the subjects of its <em>other</em> columns, so that what a page receives never
 * holds what it sent; and it is asked only whether the row can hold the cell, not how much better
 * than others it fits, so that a guess repeated on many pages stays a guess. Rounds follow each
 * other until nothing changes; each is computed from the whole round before, and sums are of whole
 * numbers, so that no order of pages matters.
 *
 * <p>Weights are bounded for each subject: values do change, and then the row's own evidence must
 * be able to decide.
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
  private final List<List<Sender>> own = new ArrayList<>();
  private final List<List<Sender>> others = new ArrayList<>();
  private final List<List<List<Map<String, Long>>>> sent = new ArrayList<>();

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
      own.add(senders(row));
      sent.add(new ArrayList<>());
    }
    beside.forEach(kept -> others.add(senders(kept.row())));
  }

  private List<Sender> senders(UnresolvedCells row) {
    return byColumn(row, column -> of(row, column).sender(column, row.text()));
  }

  private static <T> List<T> byColumn(UnresolvedCells row, IntFunction<T> made) {
    return IntStream.range(0, row.subjects().size()).mapToObj(made).toList();
  }

  private SubjectEvidence of(UnresolvedCells row, int column) {
    return of(row.subjects().get(column));
  }

  private SubjectEvidence of(String subject) {
    return subjects.computeIfAbsent(subject, slug -> new SubjectEvidence());
  }

  /**
   * What rows of one field send and believe in the end, where those beside them send what they sent
   * before.
   *
   * @param rows the open rows, in any order
   * @param beside all other rows that share a subject with any of them, as they were left
   * @param known the certain cells of all subjects of {@code rows}, in any order
   * @param trust how much pages say of each other
   * @return for each row, in the order given, what it sends and receives
   */
  public static List<PropagationResult> propagate(
      List<UnresolvedCells> rows,
      List<KeptRow> beside,
      Collection<KnownCell> known,
      PageTrust trust) {
    return new BeliefPropagation(rows, beside, known, trust).propagate();
  }

  /** Once all send the same as in the round before, they would do so for ever. */
  private List<PropagationResult> propagate() {
    int news = beside.stream().mapToInt(kept -> kept.settled().said().size()).max().orElse(0);
    List<List<Belief>> beliefs =
        rows.stream().map(row -> byColumn(row, column -> Belief.NONE)).toList();
    for (int round = 0; round < MOST_ROUNDS && (send(round, beliefs) || round < news); round++) {
      beliefs = IntStream.range(0, rows.size()).mapToObj(this::receive).toList();
    }
    List<PropagationResult> results = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      results.add(new PropagationResult(sent.get(i), beliefs.get(i)));
    }
    return results;
  }

  /** Each row sends for each of its cells what it can be; true if any sends something new. */
  private boolean send(int round, List<List<Belief>> beliefs) {
    subjects.values().forEach(SubjectEvidence::forget);
    boolean moved = false;
    for (int i = 0; i < rows.size(); i++) {
      UnresolvedCells row = rows.get(i);
      List<Belief> believed = beliefs.get(i);
      List<Map<String, Long>> now = byColumn(row, column -> message(row, column, believed));
      List<List<Map<String, Long>>> before = sent.get(i);
      moved |= before.isEmpty() || !now.equals(before.get(before.size() - 1));
      before.add(now);
      send(now, own.get(i));
    }
    for (int i = 0; i < beside.size(); i++) {
      send(beside.get(i).settled().saidIn(round), others.get(i));
    }
    subjects.values().forEach(evidence -> evidence.sum(millionths(trust.impossible())));
    return moved;
  }

  private static void send(List<Map<String, Long>> messages, List<Sender> senders) {
    for (int column = 0; column < messages.size(); column++) {
      messages.get(column).forEach(senders.get(column)::send);
    }
  }

  private Map<String, Long> message(UnresolvedCells row, int column, List<Belief> beliefs) {
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

  private List<Belief> receive(int at) {
    UnresolvedCells row = rows.get(at);
    return byColumn(row, column -> received(row, column, own.get(at).get(column)).belief());
  }

  /** What other pages send of one cell, in millionths, before it is bounded. */
  private record Received(Map<String, Long> byCell, long other) {
    /** Where no reading fits, the value has changed: the other pages then weigh against none. */
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

  private Received received(UnresolvedCells row, int column, Sender sender) {
    SubjectEvidence evidence = of(row, column);
    Set<String> certain = evidence.certainBeside(row.capture());
    Map<String, Long> byCell = new HashMap<>();
    for (UnresolvedCells.Option option : row.options()) {
      String cell = option.cells().get(column);
      long certainly = certain.contains(cell) ? agrees(certain) : differs(certain);
      byCell.put(cell, certainly + evidence.of(cell, sender));
    }
    // That a page leaves a cell out says neither for nor against what others print.
    byCell.computeIfPresent(SubjectEvidence.MISSING, (cell, weight) -> 0L);
    return new Received(byCell, differs(certain) + evidence.ofUnnamed(sender));
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
