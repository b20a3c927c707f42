package dev.unglue.extract.table;

import dev.unglue.model.value.SourceText;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A line that a mark parts in two: {@code Weight: 203 g}, {@code Alpha - 203 g}.
 *
 * @param left a label or a name
 * @param right what is said of it; never empty
 */
record LinePair(SourceText left, SourceText right) {
  private static final int LONGEST_LEFT = 80;

  /** The marks, the plainest first; a row of dots leads the eye from one to the other. */
  private static final List<String> MARKS = List.of(":", " - ", " – ", " — ", " = ", " ..", "\t");

  /** The pair by the first mark that has something behind it and before it what is looked for. */
  static Optional<LinePair> of(SourceText line, Predicate<SourceText> isLeft) {
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

  /** A line without the mark of a list or of a heading before it. */
  static SourceText bare(SourceText line) {
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
