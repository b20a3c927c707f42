package dev.unglue.split.open.piece;

import dev.unglue.model.page.Row.Join;
import java.util.Locale;

/**
 * Tells of a line, before any piece of it is looked at, whether one of them may be {@link
 * PieceForm#isTyped typed}. Lists of names with a number behind a comma fall out here, which stand
 * on many pages and are no tables.
 */
public final class TypedCells {
  private TypedCells() {}

  /** False only where no piece between two places to cut the line is a number, mark or choice. */
  public static boolean mayStandIn(String line, Join join) {
    PieceCuts cuts = PieceCuts.of(line, join);
    for (int i = -1; i < cuts.size(); i++) {
      int start = i < 0 ? 0 : cuts.next(i);
      if (!Character.isLetter(line.charAt(start)) || isShort(line, start, i + 1, cuts)) {
        return true;
      }
    }
    return hasMonth(line);
  }

  /** True if a piece that begins at a place is a word that alone is a cell. */
  private static boolean isShort(String line, int start, int next, PieceCuts cuts) {
    for (int i = next; i <= cuts.size(); i++) {
      int end = i == cuts.size() ? line.length() : cuts.end(i);
      if (end - start > ShortWords.LONGEST) {
        return false;
      }
      String word = line.substring(start, Math.max(start, end)).toLowerCase(Locale.ROOT);
      if (ShortWords.isMark(word) || ShortWords.isChoice(word)) {
        return true;
      }
    }
    return false;
  }

  /** True if a word may be a month: a date may begin with another word. */
  private static boolean hasMonth(String line) {
    for (int i = 0; i + 3 <= line.length(); i++) {
      if (Character.isUpperCase(line.charAt(i)) && Edge.mayBeMonth(line, i)) {
        return true;
      }
    }
    return false;
  }
}
