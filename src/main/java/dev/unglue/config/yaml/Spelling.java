package dev.unglue.config.yaml;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** Quotes a word that is not known, and finds the one that was probably meant. */
public final class Spelling {
  private static final int LONGEST_QUOTE = 80;

  private Spelling() {}

  /** A value in quotes, on one line, cut at 80 characters. */
  public static String quoted(String value) {
    String line = value.replaceAll("\\p{Cntrl}+", " ");
    boolean fits = line.length() <= LONGEST_QUOTE;
    return '"' + (fits ? line : line.substring(0, LONGEST_QUOTE) + "…") + '"';
  }

  /** {@code "; did you mean X?"} for the nearest word, or nothing where none is near. */
  public static String hint(String found, Collection<String> known) {
    return nearest(found, known).map(word -> "; did you mean " + word + "?").orElse("");
  }

  /** The known word that is at most a third of its letters away; the first of equals. */
  public static Optional<String> nearest(String found, Collection<String> known) {
    String word = found.toLowerCase(Locale.ROOT);
    String best = "";
    int least = Integer.MAX_VALUE;
    for (String candidate : known) {
      int distance = distance(word, candidate.toLowerCase(Locale.ROOT));
      if (distance < least && distance <= Math.max(1, candidate.length() / 3)) {
        least = distance;
        best = candidate;
      }
    }
    return best.isEmpty() ? Optional.empty() : Optional.of(best);
  }

  /** Letters to add, drop, change or swap with their neighbour to make {@code b} of {@code a}. */
  private static int distance(String a, String b) {
    int[][] cost = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        cost[i][j] = i == 0 || j == 0 ? i + j : step(cost, a, b, i, j);
      }
    }
    return cost[a.length()][b.length()];
  }

  private static int step(int[][] cost, String a, String b, int i, int j) {
    int change = cost[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
    int least = Math.min(change, Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
    boolean swapped =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return swapped ? Math.min(least, cost[i - 2][j - 2] + 1) : least;
  }
}
