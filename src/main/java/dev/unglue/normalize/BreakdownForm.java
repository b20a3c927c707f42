package dev.unglue.normalize;

import dev.unglue.model.field.Attribute.Part;
import dev.unglue.model.field.CellForm;
import dev.unglue.model.field.CellPart;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names with their shares, each name once: {@code Male, 35.1% Female, 64.9%}. Where two such cells
 * have run together the second begins where a name returns.
 */
record BreakdownForm() implements CellForm {
  /** A comma within a name is one that no number follows. */
  private static final Pattern ITEM =
      Pattern.compile(
          "(\\p{L}(?:[^%,:]|:(?! ?\\d)|,(?! ?\\d))*?) ?[,:]? ((?:"
              + CellForms.upTo(3)
              + ")(?:\\.\\d{1,2})?) ?%");

  @Override
  public int maxLength() {
    return 1200;
  }

  @Override
  public List<CellPart> read(String cell) {
    // Each cut of a row is tried: most do not even end as a cell does.
    if (cell.length() > maxLength() || !cell.endsWith("%")) {
      return List.of();
    }
    List<CellPart> parts = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    Matcher item = ITEM.matcher(cell);
    int at = 0;
    while (at < cell.length()) {
      if (!item.region(at, cell.length()).lookingAt()
          || !seen.add(item.group(1).toLowerCase(Locale.ROOT))) {
        return List.of();
      }
      parts.add(
          new CellPart(
              Part.PERCENT,
              item.group(1),
              CellForms.toNumber(item.group(2)),
              null,
              item.start(),
              item.end()));
      at = skipSeparator(cell, item.end());
    }
    return at > cell.length() ? List.of() : parts;
  }

  /** Items are parted by one blank, or by a comma or semicolon and a blank; none ends the cell. */
  private static int skipSeparator(String cell, int at) {
    int next = at;
    while (next < cell.length() && " ,;".indexOf(cell.charAt(next)) >= 0) {
      next++;
    }
    boolean dangling = next == cell.length() && next > at;
    boolean stuck = next == at && next < cell.length();
    return dangling || stuck ? cell.length() + 1 : next;
  }
}
