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
 * @param maxLength longest cell, in characters
 * @param pattern the whole cell
 * @param parts takes the parts out of its groups; empty if they do not agree with each other
 */
record PatternForm(int maxLength, Pattern pattern, Function<Matcher, List<CellPart>> parts)
    implements CellForm {
  @Override
  public List<CellPart> read(String cell) {
    if (cell.length() > maxLength) {
      return List.of();
    }
    Matcher matcher = pattern.matcher(cell);
    return matcher.matches() ? parts.apply(matcher) : List.of();
  }
}
