package dev.unglue.reconcile;

import dev.unglue.model.subject.KnownCell;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * All that is known of one subject's cell: certain cells, and open rows, each text in one place of
 * the row once, for the same text again is no second evidence.
 */
final class SubjectEvidence {
  /** Key of the missing mark. */
  static final String MISSING = "";

  private final Map<String, Set<String>> certain = new HashMap<>();
  private final Map<List<Object>, Sender> open = new HashMap<>();
  private Map<String, Long> sums = new HashMap<>();
  private long named;
  private long impossible;

  /** One text, and what it sends of each cell that it can hold. */
  static final class Sender {
    private final Map<String, Long> sent = new HashMap<>();

    /**
     * Sends that its row can hold the cell; of two pages with one text the more generous counts.
     */
    void send(String cell, long weight) {
      sent.merge(cell, weight, Math::max);
    }
  }

  void addCertain(KnownCell cell) {
    certain.computeIfAbsent(cell.cell(), key -> new HashSet<>()).add(cell.capture());
  }

  Sender sender(int column, String text) {
    return open.computeIfAbsent(List.of(column, text), key -> new Sender());
  }

  /** The certain cells that other captures than this one give. */
  Set<String> certainBeside(String capture) {
    return certain.entrySet().stream()
        .filter(cell -> cell.getValue().size() > 1 || !cell.getValue().contains(capture))
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  /** Takes back what open rows have sent. */
  void forget() {
    open.values().forEach(sender -> sender.sent.clear());
  }

  /**
   * Adds up what open rows have sent.
   *
   * @param unnamed what a row sends of a cell that it cannot hold, negative
   */
  void sum(long unnamed) {
    sums = new HashMap<>();
    named = 0;
    for (Sender sender : open.values()) {
      if (counts(sender)) {
        named++;
        sender.sent.forEach((cell, weight) -> sums.merge(cell, weight - unnamed, Long::sum));
      }
    }
    impossible = unnamed;
  }

  /** What all open rows but {@code own} send of the cell. */
  long of(String cell, Sender own) {
    long sum = sums.getOrDefault(cell, 0L) + impossible * named;
    return counts(own) ? sum - own.sent.getOrDefault(cell, impossible) : sum;
  }

  /** What they send of a cell that none of them can hold. */
  long ofUnnamed(Sender own) {
    return impossible * (counts(own) ? named - 1 : named);
  }

  /** A row in which the cell may be missing tells nothing of other pages. */
  private static boolean counts(Sender sender) {
    return !sender.sent.isEmpty() && !sender.sent.containsKey(MISSING);
  }
}
