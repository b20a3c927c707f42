package dev.unglue.model.subject;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * How an open row has come to rest among all others of its field.
 *
 * @param said what it has said of its cells, round by round, until it said the same for good; for
 *     each column the weight of each cell that it can hold, in millionths
 * @param beliefs what the others say of its cells in the end, one belief a column
 */
public record PropagationResult(List<List<Map<String, Long>>> said, List<Belief> beliefs) {
  /** A row that was not asked yet. */
  public static final PropagationResult NEVER = new PropagationResult(List.of(), List.of());

  /** Copies the lists, and drops rounds at the end in which it said the same again. */
  public PropagationResult {
    said = withoutEcho(said);
    beliefs = List.copyOf(beliefs);
  }

  private static List<List<Map<String, Long>>> withoutEcho(List<List<Map<String, Long>>> rounds) {
    int end = rounds.size();
    while (end > 1 && rounds.get(end - 1).equals(rounds.get(end - 2))) {
      end--;
    }
    return List.copyOf(rounds.subList(0, end));
  }

  /** What it said of its cells in that round, from 0; after its last word that stays. */
  public List<Map<String, Long>> saidIn(int round) {
    return said.get(Math.min(round, said.size() - 1));
  }

  /** True if in each round it says the same of that column as the other. */
  public boolean saysTheSame(int column, PropagationResult other) {
    if (said.isEmpty() || other.said.isEmpty()) {
      return said.equals(other.said);
    }
    int rounds = Math.max(said.size(), other.said.size());
    return IntStream.range(0, rounds)
        .allMatch(i -> saidIn(i).get(column).equals(other.saidIn(i).get(column)));
  }
}
