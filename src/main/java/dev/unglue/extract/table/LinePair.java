package dev.unglue.extract.table;

import dev.unglue.extract.table.label.CellText;
import dev.unglue.extract.text.Marks;
import dev.unglue.model.value.SourceText;
import dev.unglue.text.Digits;
import dev.unglue.text.Whitespace;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line that a mark parts in two: {@code Weight: 203 g}, {@code Alpha - 203 g}.
 *
 * @param left a label or a name
 * @param right what is said of it; never empty
 */
public record LinePair(SourceText left, SourceText right) {
  private static final int LONGEST_LEFT = 80;

  /** Characters before the bracket that closes the mark of an item. */
  private static final int LONGEST_LETTER = 5;

  /** What makes a picture of the sign before it. */
  private static final char SHOWN_AS_PICTURE = '\ufe0f';

  private static final Pattern LETTER = Pattern.compile("\\(?(?:[a-z]|[ivx]{1,4}|\\d{1,2})\\) +");

  /** What some programs print for a bullet. */
  private static final String ROUND = "o ";

  /** The marks, the plainest first; a row of dots leads the eye from one to the other. */
  private static final List<String> MARKS =
      List.of(":", " - ", " – ", " — ", " = ", " ..", " -> ", " → ", " => ", "\t");

  /** The pair by the first mark that has something behind it and before it what is looked for. */
  public static Optional<LinePair> of(SourceText line, Predicate<SourceText> isLeft) {
    for (String mark : MARKS) {
      int at = line.text().indexOf(mark);
      if (at > 0 && at <= LONGEST_LEFT && isLeft.test(line.slice(0, at).strip())) {
        int end = at + mark.length();
        char again = mark.charAt(mark.length() - 1);
        while (end < line.length() && again != ' ' && line.charAt(end) == again) {
          end++; // dots, and "::"
        }
        SourceText right = line.slice(end).strip();
        return right.isEmpty()
            ? Optional.empty()
            : Optional.of(new LinePair(line.slice(0, at).strip(), right));
      }
    }
    return Optional.empty();
  }

  /** The pair of a name and the one figure behind it, with its unit: {@code Alpha 120 watts}. */
  static Optional<LinePair> ofFigure(SourceText line, Predicate<SourceText> isName) {
    int found = 0;
    int blank = line.length() > LONGEST_LEFT || isName.test(line) ? -1 : line.text().indexOf(' ');
    while (blank > 0) {
      found = isName.test(line.slice(0, blank)) ? blank : found;
      blank = line.text().indexOf(' ', blank + 1);
    }
    SourceText right = line.slice(found).strip();
    int unit = right.text().indexOf(' ');
    boolean one = unit < 0 || right.text().chars().skip(unit).noneMatch(Digits::is);
    return found > 0 && one && CellText.isFigure(right.text())
        ? Optional.of(new LinePair(line.slice(0, found), right))
        : Optional.empty();
  }

  /** A line without the mark of a list, such as {@code a)}, or of a heading before it. */
  static SourceText bare(SourceText line) {
    int bracket = line.text().indexOf(')');
    if (bracket > 0 && bracket <= LONGEST_LETTER) {
      Matcher letter = LETTER.matcher(line.text());
      if (letter.lookingAt()) {
        return line.slice(letter.end());
      }
    }
    int at = 0;
    while (at < line.length() && line.charAt(at) == '#') {
      at++;
    }
    while (line.length() > at && (at == 0 || line.charAt(0) != '#') && isBullet(line.charAt(at))) {
      at++;
    }
    boolean marked = at > 0 && at + 1 < line.length() && line.charAt(at) == ' ';
    return marked ? line.slice(at).strip() : line;
  }

  /** The same before a name, where a small o is a bullet. */
  public static SourceText bareName(SourceText line) {
    SourceText bare = bare(line);
    return bare.text().startsWith(ROUND) ? bare.slice(ROUND.length()).strip() : bare;
  }

  /** A sign before an item; the halves of a picture, too. */
  static boolean isBullet(char c) {
    return c == '*' || Marks.isSign(c) || Character.isSurrogate(c) || c == SHOWN_AS_PICTURE;
  }

  /** A label without the marks around it. */
  static SourceText label(SourceText line) {
    SourceText label = bare(line);
    int end = label.length();
    while (end > 0 && isMark(label, end - 1)) {
      end--;
    }
    return label.slice(0, end);
  }

  /** A colon, a dash, an opening bracket; any other sign that stands alone. */
  private static boolean isMark(SourceText label, int at) {
    char c = label.charAt(at);
    return " :-–—(*•".indexOf(c) >= 0
        || (isBullet(c) && (at == 0 || c > '~' || Whitespace.is(label.charAt(at - 1))));
  }

  /** A heading without the colon at its end. */
  public static SourceText withoutColon(SourceText text) {
    return text.text().endsWith(":") ? text.slice(0, text.length() - 1).strip() : text;
  }
}
