package dev.unglue.normalize;

import dev.unglue.model.field.CellForm;
import dev.unglue.model.field.CellPart;
import dev.unglue.text.Dashes;
import dev.unglue.text.Whitespace;
import java.util.List;

/**
 * A free name: nearly anything, but no white space or joining mark at its ends, no round bracket
 * left open, and no hyphen at either end (that would be the missing mark).
 *
 * @param maxLength longest name, in characters
 */
record NameForm(int maxLength) implements CellForm {
  private static final String NOT_FIRST = ",;:.)]}&/’%!?" + Dashes.ALL;
  private static final String NOT_LAST = ",;:([{&/" + Dashes.ALL;

  @Override
  public List<CellPart> read(String cell) {
    if (cell.isEmpty() || cell.length() > maxLength || !isWhole(cell)) {
      return List.of();
    }
    return List.of(CellPart.whole(cell));
  }

  @Override
  public boolean mayEndWith(char last) {
    return NOT_LAST.indexOf(last) < 0 && !Whitespace.is(last);
  }

  private boolean isWhole(String cell) {
    char first = cell.charAt(0);
    char last = cell.charAt(cell.length() - 1);
    boolean dotName = first == '.' && cell.length() > 1 && Character.isLetter(cell.charAt(1));
    return mayEndWith(last)
        && !Whitespace.is(first)
        && (dotName || NOT_FIRST.indexOf(first) < 0)
        && !splitsCharacter(cell)
        && isBalanced(cell);
  }

  /**
   * True if a cut has gone through a surrogate pair, or left a combining mark without its letter.
   */
  private static boolean splitsCharacter(String cell) {
    int type = Character.getType(cell.codePointAt(0));
    return Character.isLowSurrogate(cell.charAt(0))
        || Character.isHighSurrogate(cell.charAt(cell.length() - 1))
        || type == Character.NON_SPACING_MARK
        || type == Character.COMBINING_SPACING_MARK
        || type == Character.ENCLOSING_MARK;
  }

  /** True if every round bracket has its other half; the others stand for smaller things. */
  private static boolean isBalanced(String cell) {
    int open = 0;
    for (int i = 0; i < cell.length() && open >= 0; i++) {
      char c = cell.charAt(i);
      if (c == '(') {
        open++;
      } else if (c == ')') {
        open--;
      }
    }
    return open == 0;
  }

  @Override
  public boolean isFree() {
    return true;
  }
}
