package dev.unglue.normalize;

import dev.unglue.model.field.CellForm;
import dev.unglue.model.field.CellPart;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A form that one expression tells.
 *
 * <p>Each piece of a joined row is tried as a cell, and most do not even end as one does.
 *
 * @param maxLength longest cell, in characters
 * @param ends the characters with which a cell may end; empty for any
 * @param pattern the whole cell
 * @param parts takes the parts out of its groups; empty if they do not agree with each other
 */
record PatternForm(
    int maxLength, String ends, Pattern pattern, Function<Matcher, List<CellPart>> parts)
    implements CellForm {

  /** A form whose cells may end with any character. */
  PatternForm(int maxLength, Pattern pattern, Function<Matcher, List<CellPart>> parts) {
    this(maxLength, "", pattern, parts);
  }

  @Override
  public List<CellPart> read(String cell) {
    if (cell.isEmpty()
        || cell.length() > maxLength
        || !mayEndWith(cell.charAt(cell.length() - 1))) {
      return List.of();
    }
    Matcher matcher = pattern.matcher(cell);
    return matcher.matches() ? parts.apply(matcher) : List.of();
  }

  @Override
  public boolean mayEndWith(char last) {
    return ends.isEmpty() || ends.indexOf(last) >= 0;
  }
}
