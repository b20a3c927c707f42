package dev.unglue.split.open;

import dev.unglue.model.page.Row.Join;
import dev.unglue.model.value.SourceText;
import dev.unglue.split.open.piece.Edge;
import dev.unglue.text.Digits;
import dev.unglue.text.Whitespace;
import java.util.List;

/** Tells how the cells of rows stand to each other. */
final class CellJoin {
  private CellJoin() {}

  /** Run together if most of the rows show it, else joined by blanks. */
  static Join of(List<SourceText> rows) {
    int glued = 0;
    for (SourceText row : rows) {
      glued += isGlued(row.text()) ? 1 : 0;
    }
    return glued * 10 >= rows.size() * 6 ? Join.GLUED : Join.SPACED;
  }

  /** True where something stands together that hardly does so within a word or a number. */
  private static boolean isGlued(String text) {
    boolean blank = false;
    for (int i = 1; i < text.length(); i++) {
      char a = text.charAt(i - 1);
      char b = text.charAt(i);
      if (isSeam(a, b, text, i)) {
        return true;
      }
      blank |= Whitespace.is(b);
    }
    return !blank;
  }

  private static boolean isSeam(char a, char b, String text, int at) {
    boolean letter = Character.isLetter(b);
    boolean digit = Digits.isOfAnyScript(b);
    if (a == ')' || a == '%') {
      return letter || digit;
    }
    if (Edge.isMoneySign(b)) {
      return (Character.isLetter(a) && Character.isLowerCase(a)) || Digits.isOfAnyScript(a);
    }
    if (Digits.isOfAnyScript(a)) {
      return Character.isUpperCase(b) && isSmall(text, at + 1);
    }
    return isSmall(text, at - 1) && isSmall(text, at - 2) && (Character.isUpperCase(b) || digit);
  }

  private static boolean isSmall(String text, int at) {
    return at >= 0 && at < text.length() && Character.isLowerCase(text.charAt(at));
  }
}
