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
    for (T thing : things) {
      votes.merge(number.applyAsInt(thing), 1, Integer::sum);
    }
    int most = 0;
    int voted = 0;
    for (Map.Entry<Integer, Integer> vote : votes.entrySet()) {
      voted = vote.getValue() >= most ? vote.getKey() : voted;
      most = Math.max(most, vote.getValue());
    }
    return voted;
  }
}
