package dev.unglue.extract.table.role;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToIntFunction;

/** The number that most of some things have. */
public final class Votes {
  private Votes() {}

  /** The most frequent number, the greatest of several; 0 where there are none. */
  public static <T> int most(Collection<T> things, ToIntFunction<T> number) {
    Map<Integer, Integer> votes = new TreeMap<>();
    things.forEach(thing -> votes.merge(number.applyAsInt(thing), 1, Integer::sum));
    return votes.entrySet().stream()
        .max(Map.Entry.<Integer, Integer>comparingByValue().thenComparing(Map.Entry::getKey))
        .map(Map.Entry::getKey)
        .orElse(0);
  }
}
