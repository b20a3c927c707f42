package dev.unglue.split.open.piece;

import dev.unglue.model.value.SourceText;
import dev.unglue.text.Digits;
import java.util.List;

/**
 * The places at which a row of two cells that have run together is cut, where the row alone shows
 * them: {@code RegionWestern EuropeWestern Europe}, {@code CapitalParisBerlin}.
 */
public final class SureCells {
  /** Shorter texts stand twice by chance: {@code 1010}. */
  private static final int SHORTEST_TWICE = 4;

  private static final int LONGEST_LABEL = 40;

  private static final int LONGEST_ROW = 200;

  private SureCells() {}

  /** How many of these lines show their cells. */
  public static int count(List<SourceText> lines) {
    int sure = 0;
    for (SourceText line : lines) {
      sure += line.length() <= LONGEST_ROW && !of(line).isEmpty() ? 1 : 0;
    }
    return sure;
  }

  /** Where the two cells of a row begin; empty where its text alone does not tell. */
  public static List<Integer> of(SourceText row) {
    String text = row.text();
    int first = -1;
    int second = -1;
    int seams = 0;
    for (int i = 1; i < text.length(); i++) {
      if (isSeam(text, i)) {
        seams++;
        second = seams == 2 ? i : second;
        first = seams == 1 ? i : first;
      }
    }
    int half = text.length() - first;
    boolean labelled = first > 0 && first <= LONGEST_LABEL;
    boolean twice = labelled && half % 2 == 0 && half / 2 >= SHORTEST_TWICE;
    if (twice && text.startsWith(text.substring(first + half / 2), first)) {
      return List.of(first, first + half / 2);
    }
    return labelled && seams == 2 ? List.of(first, second) : List.of();
  }

  /** True if a word or a number begins within a word, as where two cells have run together. */
  public static boolean isJoined(String line) {
    for (int i = 1; i < line.length(); i++) {
      boolean number = Digits.is(line.charAt(i)) && Character.isLowerCase(line.charAt(i - 1));
      if (number || isSeam(line, i)) {
        return true;
      }
    }
    return false;
  }

  /**
   * True where a word with a capital begins right behind a small letter or a bracket's end; behind
   * an {@code i} that may be its own: {@code SystemiOS}.
   */
  private static boolean isSeam(String text, int at) {
    char before = text.charAt(at - 1);
    return Character.isUpperCase(text.charAt(at))
        && ((Character.isLowerCase(before) && before != 'i') || before == ')');
  }
}
