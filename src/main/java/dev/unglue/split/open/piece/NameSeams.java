package dev.unglue.split.open.piece;

import dev.unglue.model.field.HeaderWords;
import dev.unglue.model.page.Slice;
import dev.unglue.text.Digits;
import java.util.List;

/**
 * Tells where the names in a header that has run together may end elsewhere, too: names of things
 * hold capitals and digits within a word ({@code LinkedIn}, {@code eBay}, {@code 7-Eleven}), so
 * that case alone cuts them by chance.
 */
public final class NameSeams {
  private static final String VOWELS = "aeiou";

  private NameSeams() {}

  /** True if another cut is as good: a seam is left within a name, or its first letter is lost. */
  public static boolean areDoubtful(List<Slice> names) {
    return names.stream().anyMatch(name -> hasSeam(name.text()) || endsWithInitial(name.text()))
        || goesOn(names.get(0).text());
  }

  private static boolean hasSeam(String name) {
    for (int i = 1; i < name.length(); i++) {
      char a = name.charAt(i - 1);
      char b = name.charAt(i);
      boolean capital = Character.isUpperCase(b) && (Character.isLetter(a) || a == '-');
      if (capital || (Character.isLetter(a) && Digits.is(b))) {
        return true;
      }
    }
    return false;
  }

  /** True for an end that hardly ends a word but begins names: {@code e} of eBay, {@code i}. */
  private static boolean endsWithInitial(String name) {
    int last = name.length() - 1;
    return last > 0
        && (name.charAt(last) == 'i'
            || (name.charAt(last) == 'e' && VOWELS.indexOf(name.charAt(last - 1)) >= 0));
  }

  /** True for a word above labels that goes on in small letters: those begin the next name. */
  private static boolean goesOn(String corner) {
    for (int end = corner.length() - 1; end > 0; end--) {
      if (Character.isLowerCase(corner.charAt(end))
          && HeaderWords.isCorner(corner.substring(0, end))) {
        return !HeaderWords.isCorner(corner);
      }
    }
    return false;
  }
}
