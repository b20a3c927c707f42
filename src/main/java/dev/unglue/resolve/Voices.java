package dev.unglue.resolve;

import java.util.HashMap;
import java.util.Map;

/**
 * Who says what of one fact, counted as it changes: a fact that very many pages tell takes as long
 * as they are many.
 */
final class Voices {
  /** By what is said, each witness and on how many of its pages. */
  private final Map<String, Map<String, Integer>> saying = new HashMap<>();

  /** By witness, what it says, but that something is missing, and on how many of its pages. */
  private final Map<String, Map<String, Integer>> said = new HashMap<>();

  /** By what is said, the witnesses that say nothing else. */
  private final Map<String, Integer> agreeing = new HashMap<>();

  /** By what is said, the pages that could be read without others. */
  private final Map<String, Integer> printed = new HashMap<>();

  void add(PageReading reading) {
    change(reading, 1);
  }

  void remove(PageReading reading) {
    change(reading, -1);
  }

  private void change(PageReading reading, int by) {
    String key = reading.key();
    String witness = reading.witness();
    count(saying.computeIfAbsent(key, of -> new HashMap<>()), witness, by);
    if (!reading.deduced()) {
      count(printed, key, by);
    }
    if (reading.isMissing()) {
      return;
    }
    Map<String, Integer> all = said.computeIfAbsent(witness, of -> new HashMap<>(2));
    agree(all, -1);
    count(all, key, by);
    agree(all, 1);
    if (all.isEmpty()) {
      said.remove(witness);
    }
  }

  private static void count(Map<String, Integer> counts, String of, int by) {
    int now = counts.getOrDefault(of, 0) + by;
    if (now == 0) {
      counts.remove(of);
    } else {
      counts.put(of, now);
    }
  }

  private void agree(Map<String, Integer> all, int by) {
    if (all.size() == 1) {
      count(agreeing, all.keySet().iterator().next(), by);
    }
  }

  /** How many witnesses say so. */
  int support(PageReading reading) {
    return saying.getOrDefault(reading.key(), Map.of()).size();
  }

  /** How many witnesses say something else; one whose copies do not agree is on both sides. */
  int dissent(PageReading reading) {
    return said.size() - agreeing.getOrDefault(reading.key(), 0);
  }

  /** True if no page that agrees could be read without the others. */
  boolean isDeduced(PageReading reading) {
    return !printed.containsKey(reading.key());
  }
}
