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
    for (int i = 1; i <= name.length(); i++) {
      count(endings, before(name, i), i == name.length());
      count(beginnings, after(name, i - 1), i == 1);
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

  private static String before(String text, int end) {
    return text.substring(Math.max(0, end - 3), end).toLowerCase(Locale.ROOT);
  }

  private static String after(String text, int start) {
    return text.substring(start, Math.min(text.length(), start + 3)).toLowerCase(Locale.ROOT);
  }

  /** How much likelier than usual a name ends after the last three characters of {@code left}. */
  double ending(String left) {
    return rate(endings.get(before(left, left.length())), endRate);
  }

  /**
   * How much likelier than usual a name begins with the first three characters of {@code right}.
   */
  double beginning(String right) {
    return rate(beginnings.get(after(right, 0)), endRate);
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
    double rate = (count.edge + SMOOTHING * mean) / (count.all + SMOOTHING);
    return StrictMath.log(rate / mean);
  }
}
