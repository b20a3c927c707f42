package dev.unglue.reconcile;

import dev.unglue.model.subject.KnownCell;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * All that speaks of one subject's cell: certain cells, and open rows, each text in one place of
 * the row once, for the same text again is no second witness.
 */
final class SubjectEvidence {
  /** Key of the missing mark. */
  static final String MISSING = "";

  private final Map<String, Set<String>> certain = new HashMap<>();
  private final Map<List<Object>, Witness> open = new HashMap<>();
  private Map<String, Long> sums = new HashMap<>();
  private long named;
  private long impossible;

  /** One text, and what it says of each cell that it can hold. */
  static final class Witness {
    private final Map<String, Long> said = new HashMap<>();

    /** Says that its row can hold the cell; of two pages with one text the more generous counts. */
    void say(String cell, long weight) {
      said.merge(cell, weight, Math::max);
    }
  }

  void addCertain(KnownCell cell) {
    certain.computeIfAbsent(cell.cell(), key -> new HashSet<>()).add(cell.capture());
  }

  Witness witness(int column, String text) {
    return open.computeIfAbsent(List.of(column, text), key -> new Witness());
  }

  /** The certain cells that other captures than this one give. */
  Set<String> certainBeside(String capture) {
    Set<String> cells = new HashSet<>();
    certain.forEach(
        (cell, captures) -> {
          if (captures.size() > 1 || !captures.contains(capture)) {
            cells.add(cell);
          }
        });
    return cells;
  }

  /** Takes back what open rows have said. */
  void forget() {
    open.values().forEach(witness -> witness.said.clear());
  }

  /**
   * Adds up what open rows have said.
   *
   * @param unnamed what a row says of a cell that it cannot hold, negative
   */
  void sum(long unnamed) {
    sums = new HashMap<>();
    named = 0;
    for (Witness witness : open.values()) {
      if (speaks(witness)) {
        named++;
        witness.said.forEach((cell, weight) -> sums.merge(cell, weight - unnamed, Long::sum));
      }
    }
    impossible = unnamed;
  }

  /** What all open rows but {@code own} say of the cell. */
  long of(String cell, Witness own) {
    long sum = sums.getOrDefault(cell, 0L) + impossible * named;
    return speaks(own) ? sum - own.said.getOrDefault(cell, impossible) : sum;
  }

  /** What they say of a cell that none of them can hold. */
  long ofUnnamed(Witness own) {
    return impossible * (speaks(own) ? named - 1 : named);
  }

  /** A row in which the cell may be missing tells nothing of other pages. */
  private static boolean speaks(Witness witness) {
    return !witness.said.isEmpty() && !witness.said.containsKey(MISSING);
  }
}
