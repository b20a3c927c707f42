package dev.unglue.extract.table;

import dev.unglue.model.value.SourceText;
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

  private static final Pattern LETTER = Pattern.compile("\\(?(?:[a-z]|[ivx]{1,4}|\\d{1,2})\\) +");

  /** The marks, the plainest first; a row of dots leads the eye from one to the other. */
  private static final List<String> MARKS = List.of(":", " - ", " – ", " — ", " = ", " ..", "\t");

  /** The pair by the first mark that has something behind it and before it what is looked for. */
  public static Optional<LinePair> of(SourceText line, Predicate<SourceText> isLeft) {
    for (String mark : MARKS) {
      int at = line.text().indexOf(mark);
      if (at > 0 && at <= LONGEST_LEFT && isLeft.test(line.slice(0, at).strip())) {
        int end = at + mark.length();
        while (end < line.length() && mark.equals(" ..") && line.charAt(end) == '.') {
          end++;
        }
        SourceText right = line.slice(end).strip();
        return right.isEmpty()
            ? Optional.empty()
            : Optional.of(new LinePair(line.slice(0, at).strip(), right));
      }
    }
    return Optional.empty();
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
    at = at == 0 && !line.isEmpty() && "-*•–".indexOf(line.charAt(0)) >= 0 ? 1 : at;
    boolean marked = at > 0 && at + 1 < line.length() && line.charAt(at) == ' ';
    return marked ? line.slice(at).strip() : line;
  }

  /** A heading without the colon at its end. */
  static SourceText withoutColon(SourceText text) {
    return text.text().endsWith(":") ? text.slice(0, text.length() - 1).strip() : text;
  }
}
