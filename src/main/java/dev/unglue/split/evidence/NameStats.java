package dev.unglue.split.evidence;

import static java.util.concurrent.CompletableFuture.completedFuture;
import static java.util.concurrent.CompletableFuture.supplyAsync;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;

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

  /** How much likelier than usual a name ends as that part of a text does. */
  double ending(NameText text, int from, int to) {
    Counts all = counts.join();
    double rate = all.endRate;
    for (int start = to - 1; start >= Math.max(from, to - LONGEST); start--) {
      int group = text.lowerIn(all.groups.keys, start, to);
      if (group < 0) {
        break; // a longer group holds this one
      }
      rate = smoothed(all.groups.ends[group], all.groups.all[group], rate);
    }
    return logarithm(rate, all.endRate);
  }

  /** How much likelier than usual a name begins as that part of a text does. */
  double beginning(NameText text, int from, int to) {
    Counts all = counts.join();
    double rate = all.endRate;
    for (int end = from + 1; end <= Math.min(to, from + LONGEST); end++) {
      int group = text.lowerIn(all.groups.keys, from, end);
      if (group < 0) {
        break;
      }
      rate = smoothed(all.groups.begins[group], all.groups.all[group], rate);
    }
    return logarithm(rate, all.endRate);
  }

  /** How much likelier than usual that part of a text is the last word of a name. */
  double lastWord(NameText text, int from, int to) {
    Counts all = counts.join();
    int word = text.lowerIn(all.parts.keys, from, to);
    return word < 0 ? 0 : logarithm(all.wordRate(all.parts.ends, word), all.wordRate);
  }

  /** How much likelier than usual that part of a text is the first word of a name. */
  double firstWord(NameText text, int from, int to) {
    Counts all = counts.join();
    int word = text.lowerIn(all.parts.keys, from, to);
    return word < 0 ? 0 : logarithm(all.wordRate(all.parts.begins, word), all.wordRate);
  }

  /** True if some name has that word, its capitals too. */
  boolean isWord(NameText text, int from, int to) {
    return text.in(counts.join().words, from, to) >= 0;
  }

  private static double logarithm(double rate, double usual) {
    return rate == usual ? 0 : StrictMath.log(rate / usual);
  }

  private static double smoothed(double edge, double all, double mean) {
    return (edge + SMOOTHING * mean) / (all + SMOOTHING);
  }

  /** How often words or groups of letters stand anywhere, at the end and at the beginning. */
  private static final class Tally {
    private final WordTable keys = new WordTable();
    private int[] all = new int[64];
    private int[] ends = new int[64];
    private int[] begins = new int[64];

    void count(String text, int from, int to, int hash, boolean first, boolean last) {
      int key = keys.add(text, from, to, hash);
      if (key == all.length) {
        all = Arrays.copyOf(all, 2 * key);
        ends = Arrays.copyOf(ends, 2 * key);
        begins = Arrays.copyOf(begins, 2 * key);
      }
      all[key]++;
      ends[key] += last ? 1 : 0;
      begins[key] += first ? 1 : 0;
    }
  }

  /** What was counted; not changed any more once it can be asked. */
  private static final class Counts {
    private final Tally groups = new Tally();
    private final Tally parts = new Tally();
    private final WordTable words = new WordTable();
    private double endRate;
    private double wordRate;

    static Counts of(List<String> names) {
      Counts counts = new Counts();
      double letters = 0;
      double words = 0;
      for (String name : names) {
        counts.addGroups(NameText.lower(name));
        letters += name.length();
        words += counts.addWords(name);
      }
      counts.endRate = names.isEmpty() ? 0 : names.size() / letters;
      counts.wordRate = names.isEmpty() ? 0 : names.size() / words;
      return counts;
    }

    double wordRate(int[] edges, int word) {
      return smoothed(edges[word], parts.all[word], wordRate);
    }

    private void addGroups(String name) {
      for (int start = 0; start < name.length(); start++) {
        int hash = 0;
        for (int end = start + 1; end <= Math.min(name.length(), start + LONGEST); end++) {
          hash = 31 * hash + name.charAt(end - 1);
          groups.count(name, start, end, hash, start == 0, end == name.length());
        }
      }
    }

    private int addWords(String name) {
      String[] split = name.split(" ");
      for (int i = 0; i < split.length; i++) {
        words.add(split[i]);
        String part = NameText.lower(split[i]);
        parts.count(part, 0, part.length(), part.hashCode(), i == 0, i == split.length - 1);
      }
      return split.length;
    }
  }
}
