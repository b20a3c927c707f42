package dev.unglue.split;

import static java.util.concurrent.CompletableFuture.completedFuture;
import static java.util.concurrent.CompletableFuture.supplyAsync;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

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

  /** No names are known: every question is answered with 0 or false. */
  public static final NameStats NONE = new NameStats(completedFuture(new Counts()));

  /** Counted beside other work: only joined cells ask, and a parse job should not wait for it. */
  private final CompletableFuture<Counts> counts;

  private NameStats(CompletableFuture<Counts> counts) {
    this.counts = counts;
  }

  /** Counts over these names. */
  public static NameStats of(Collection<String> names) {
    List<String> copy = List.copyOf(names);
    return new NameStats(supplyAsync(() -> Counts.of(copy)));
  }

  /** How much likelier than usual a name ends after the last three characters of {@code left}. */
  double ending(String left) {
    Counts all = counts.join();
    Count group = find(all.groups, before(left));
    return rate(group.ends, group.all + group.shortBefore, all.endRate);
  }

  /**
   * How much likelier than usual a name begins with the first three characters of {@code right}.
   */
  double beginning(String right) {
    Counts all = counts.join();
    Count group = find(all.groups, after(right));
    return rate(group.begins, group.all + group.shortAfter, all.endRate);
  }

  /** How much likelier than usual {@code word} is the last of a name. */
  double lastWord(String word) {
    Counts all = counts.join();
    Count count = find(all.parts, word);
    return rate(count.ends, count.all, all.wordRate);
  }

  /** How much likelier than usual {@code word} is the first of a name. */
  double firstWord(String word) {
    Counts all = counts.join();
    Count count = find(all.parts, word);
    return rate(count.begins, count.all, all.wordRate);
  }

  /** True if some name has that word, its capitals too. */
  boolean isWord(String word) {
    return counts.join().words.contains(word);
  }

  private static Count find(Map<String, Count> counts, String key) {
    return counts.getOrDefault(key.toLowerCase(Locale.ROOT), Count.NEVER);
  }

  private static double rate(double edge, double all, double mean) {
    if (mean == 0) {
      return 0;
    }
    return StrictMath.log((edge + SMOOTHING * mean) / (all + SMOOTHING) / mean);
  }

  private static String before(String text) {
    return text.substring(Math.max(0, text.length() - 3));
  }

  private static String after(String text) {
    return text.substring(0, Math.min(text.length(), 3));
  }

  /**
   * How often a word or a group of letters stands anywhere, at the end and at the beginning. A
   * group shorter than three letters is what a name has before its third or after its third last.
   */
  private static final class Count {
    private static final Count NEVER = new Count();

    private double all;
    private double ends;
    private double begins;
    private double shortBefore;
    private double shortAfter;
  }

  /** What was counted; not changed any more once it can be asked. */
  private static final class Counts {
    private final Map<String, Count> groups = new HashMap<>();
    private final Map<String, Count> parts = new HashMap<>();
    private final Set<String> words = new HashSet<>();
    private double endRate;
    private double wordRate;

    static Counts of(List<String> names) {
      Counts counts = new Counts();
      double letters = 0;
      double words = 0;
      for (String name : names) {
        counts.addGroups(name.toLowerCase(Locale.ROOT));
        letters += name.length();
        words += counts.addWords(name);
      }
      counts.endRate = names.isEmpty() ? 0 : names.size() / letters;
      counts.wordRate = names.isEmpty() ? 0 : names.size() / words;
      return counts;
    }

    private void addGroups(String name) {
      int length = name.length();
      for (int i = 0; i + 3 <= length; i++) {
        count(groups, name.substring(i, i + 3)).all++;
      }
      for (int i = 1; i <= Math.min(2, length); i++) {
        count(groups, name.substring(0, i)).shortBefore++;
        count(groups, name.substring(length - i)).shortAfter++;
      }
      count(groups, before(name)).ends++;
      count(groups, after(name)).begins++;
    }

    private int addWords(String name) {
      String[] split = name.split(" ");
      for (String word : split) {
        words.add(word);
        count(parts, word.toLowerCase(Locale.ROOT)).all++;
      }
      count(parts, split[split.length - 1].toLowerCase(Locale.ROOT)).ends++;
      count(parts, split[0].toLowerCase(Locale.ROOT)).begins++;
      return split.length;
    }

    private static Count count(Map<String, Count> counts, String key) {
      return counts.computeIfAbsent(key, absent -> new Count());
    }
  }
}
