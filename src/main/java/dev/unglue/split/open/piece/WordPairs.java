package dev.unglue.split.open.piece;

import dev.unglue.text.Digits;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The words that stand beside each other at the cut points of a table: two that are never seen
 * apart are one name, one that is followed by many ends a cell.
 */
public final class WordPairs {
  /** Any number stands for all. */
  private static final int NUMBER = 9;

  private final Map<Long, Integer> pairs = new HashMap<>();
  private final Map<Integer, Integer> lefts = new HashMap<>();
  private final Map<Integer, Integer> rights = new HashMap<>();

  /** Lets each row know what all rows of its table show. */
  public static void note(List<RowPieces> rows) {
    WordPairs words = new WordPairs();
    rows.forEach(row -> row.tell(words));
    rows.forEach(row -> row.note(words));
  }

  public void add(int left, int right) {
    pairs.merge(key(left, right), 1, Integer::sum);
    lefts.merge(left, 1, Integer::sum);
    rights.merge(right, 1, Integer::sum);
  }

  public int pair(int left, int right) {
    return pairs.getOrDefault(key(left, right), 0);
  }

  public int left(int word) {
    return lefts.getOrDefault(word, 0);
  }

  public int right(int word) {
    return rights.getOrDefault(word, 0);
  }

  private static long key(int left, int right) {
    return ((long) left << 32) | (right & 0xffffffffL);
  }

  /** A digest of the word that ends at a place; 0 where none does. */
  public static int before(String text, int end) {
    if (Digits.isOfAnyScript(text.charAt(end - 1))) {
      return NUMBER;
    }
    int start = end;
    int hash = 0;
    while (start > 0 && isPart(text.charAt(start - 1))) {
      start--;
      hash = hash * 31 + text.charAt(start);
      if (Character.isUpperCase(text.charAt(start))
          && (start == 0 || !Character.isUpperCase(text.charAt(start - 1)))) {
        return hash;
      }
    }
    return hash;
  }

  /** A digest of the word that begins at a place; 0 where none does. */
  public static int after(String text, int start) {
    if (Digits.isOfAnyScript(text.charAt(start))) {
      return NUMBER;
    }
    int end = start;
    int hash = 0;
    while (end < text.length() && isPart(text.charAt(end))) {
      char c = text.charAt(end);
      boolean next =
          end > start && Character.isUpperCase(c) && !Character.isUpperCase(text.charAt(end - 1));
      if (next) {
        return hash;
      }
      hash = hash * 31 + c;
      end++;
    }
    return hash;
  }

  private static boolean isPart(char c) {
    return Character.isLetter(c) || c == '\'' || c == '.' || Edge.isQuote(c);
  }
}
