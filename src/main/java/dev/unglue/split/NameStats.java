package dev.unglue.split;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How names begin and end, counted over lists of real names: which words and which groups of three
 * letters stand at their ends more often than elsewhere.
 *
 * <p>The counts speak of the language of names, not of single names: they help with names that are
 * in no list.
 */
public final class NameStats {
  /** Rates are drawn towards the mean by so many imagined names, so that rare groups say little. */
  private static final double SMOOTHING = 4;

  /** Characters of the longest groups that are counted. */
  private static final int LONGEST = 4;

  private final Map<String, Count> endings = new HashMap<>();
  private final Map<String, Count> beginnings = new HashMap<>();
  private final Map<String, Count> lastWords = new HashMap<>();
  private final Map<String, Count> firstWords = new HashMap<>();
  private final Set<String> words = new HashSet<>();
  private double endRate;
  private double wordRate;

  /** No names are known: every question is answered with 0 or false. */
  public static final NameStats NONE = new NameStats();

  private NameStats() {}

  private static final class Count {
    private double edge;
    private double all;
  }

  /** Counts over these names. */
  public static NameStats of(Collection<String> names) {
    NameStats stats = new NameStats();
    double letters = 0;
    double words = 0;
    for (String name : names) {
      stats.add(name);
      letters += name.length();
      words += name.split(" ").length;
    }
    stats.endRate = names.isEmpty() ? 0 : names.size() / letters;
    stats.wordRate = names.isEmpty() ? 0 : names.size() / words;
    return stats;
  }

  private void add(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    for (int size = 1; size <= LONGEST; size++) {
      for (int i = size; i <= lower.length(); i++) {
        String group = lower.substring(i - size, i);
        count(endings, group, i == lower.length());
        count(beginnings, group, i == size);
      }
    }
    String[] parts = name.split(" ");
    for (int i = 0; i < parts.length; i++) {
      words.add(parts[i]);
      count(lastWords, parts[i].toLowerCase(Locale.ROOT), i == parts.length - 1);
      count(firstWords, parts[i].toLowerCase(Locale.ROOT), i == 0);
    }
  }

  private static void count(Map<String, Count> counts, String key, boolean edge) {
    Count count = counts.computeIfAbsent(key, absent -> new Count());
    count.all++;
    count.edge += edge ? 1 : 0;
  }

  /** How much likelier than usual a name ends after the last characters of {@code left}. */
  double ending(String left) {
    String lower = left.substring(Math.max(0, left.length() - LONGEST)).toLowerCase(Locale.ROOT);
    double rate = endRate;
    for (int size = 1; size <= Math.min(LONGEST, lower.length()); size++) {
      rate = smoothed(endings.get(lower.substring(lower.length() - size)), rate);
    }
    return endRate == 0 ? 0 : StrictMath.log(rate / endRate);
  }

  /** How much likelier than usual a name begins with the first characters of {@code right}. */
  double beginning(String right) {
    String lower = right.substring(0, Math.min(LONGEST, right.length())).toLowerCase(Locale.ROOT);
    double rate = endRate;
    for (int size = 1; size <= Math.min(LONGEST, lower.length()); size++) {
      rate = smoothed(beginnings.get(lower.substring(0, size)), rate);
    }
    return endRate == 0 ? 0 : StrictMath.log(rate / endRate);
  }

  private static double smoothed(@Nullable Count count, double mean) {
    return count == null ? mean : (count.edge + SMOOTHING * mean) / (count.all + SMOOTHING);
  }

  /** How much likelier than usual {@code word} is the last of a name. */
  double lastWord(String word) {
    return rate(lastWords.get(word.toLowerCase(Locale.ROOT)), wordRate);
  }

  /** How much likelier than usual {@code word} is the first of a name. */
  double firstWord(String word) {
    return rate(firstWords.get(word.toLowerCase(Locale.ROOT)), wordRate);
  }

  /** True if some name has that word, its capitals too. */
  boolean isWord(String word) {
    return words.contains(word);
  }

  private static double rate(@Nullable Count count, double mean) {
    if (count == null || mean == 0) {
      return 0;
    }
    return StrictMath.log(smoothed(count, mean) / mean);
  }
}
