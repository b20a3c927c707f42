package dev.unglue.split.evidence;

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
import java.util.function.IntFunction;
import java.util.function.ToDoubleFunction;

/**
 * How names begin and end, counted over lists of real names: which words and which groups of
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

  /** How much likelier than usual a name ends after the last characters of {@code left}. */
  double ending(String left) {
    String lower = left.substring(Math.max(0, left.length() - LONGEST)).toLowerCase(Locale.ROOT);
    return edge(lower, size -> lower.substring(lower.length() - size), group -> group.ends);
  }

  /** How much likelier than usual a name begins with the first characters of {@code right}. */
  double beginning(String right) {
    String lower = right.substring(0, Math.min(LONGEST, right.length())).toLowerCase(Locale.ROOT);
    return edge(lower, size -> lower.substring(0, size), group -> group.begins);
  }

  private double edge(String lower, IntFunction<String> part, ToDoubleFunction<Count> edges) {
    Counts all = counts.join();
    double rate = all.endRate;
    for (int size = 1; size <= Math.min(LONGEST, lower.length()); size++) {
      Count group = all.group(part.apply(size));
      rate = smoothed(edges.applyAsDouble(group), group.all, rate);
    }
    return all.endRate == 0 ? 0 : StrictMath.log(rate / all.endRate);
  }

  /** How much likelier than usual {@code word} is the last of a name. */
  double lastWord(String word) {
    return word(word, count -> count.ends);
  }

  /** How much likelier than usual {@code word} is the first of a name. */
  double firstWord(String word) {
    return word(word, count -> count.begins);
  }

  private double word(String word, ToDoubleFunction<Count> edges) {
    Counts all = counts.join();
    Count count = all.part(word);
    double rate = smoothed(edges.applyAsDouble(count), count.all, all.wordRate);
    return all.wordRate == 0 ? 0 : StrictMath.log(rate / all.wordRate);
  }

  /** True if some name has that word, its capitals too. */
  boolean isWord(String word) {
    return counts.join().words.contains(word);
  }

  private static double smoothed(double edge, double all, double mean) {
    return all == 0 ? mean : (edge + SMOOTHING * mean) / (all + SMOOTHING);
  }

  /** How often a word or a group of letters stands anywhere, at the end and at the beginning. */
  private static final class Count {
    private static final Count NEVER = new Count();

    private double all;
    private double ends;
    private double begins;
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

    Count group(String letters) {
      return groups.getOrDefault(letters, Count.NEVER);
    }

    Count part(String word) {
      return parts.getOrDefault(word.toLowerCase(Locale.ROOT), Count.NEVER);
    }

    private void addGroups(String name) {
      for (int size = 1; size <= LONGEST; size++) {
        for (int end = size; end <= name.length(); end++) {
          Count group = count(groups, name.substring(end - size, end));
          group.all++;
          group.ends += end == name.length() ? 1 : 0;
          group.begins += end == size ? 1 : 0;
        }
      }
    }

    private int addWords(String name) {
      String[] split = name.split(" ");
      for (int i = 0; i < split.length; i++) {
        words.add(split[i]);
        Count part = count(parts, split[i].toLowerCase(Locale.ROOT));
        part.all++;
        part.ends += i == split.length - 1 ? 1 : 0;
        part.begins += i == 0 ? 1 : 0;
      }
      return split.length;
    }

    private static Count count(Map<String, Count> counts, String key) {
      return counts.computeIfAbsent(key, absent -> new Count());
    }
  }
}
