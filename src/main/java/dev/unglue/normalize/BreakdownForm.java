package dev.unglue.normalize;

import dev.unglue.model.field.Attribute.Part;
import dev.unglue.model.field.CellForm;
import dev.unglue.model.field.CellPart;
import dev.unglue.text.Digits;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Names with their shares, each name once: {@code Male, 35.1% Female, 64.9%}. Where two such cells
 * have run together the second begins where a name returns.
 */
record BreakdownForm() implements CellForm {
  private static final Pattern SHARE =
      Pattern.compile("(?:" + CellForms.upTo(3) + ")(?:\\.\\d{1,2})?");

  @Override
  public int maxLength() {
    return 1200;
  }

  @Override
  public boolean mayEndWith(char last) {
    return last == '%';
  }

  @Override
  public List<CellPart> read(String cell) {
    if (cell.length() > maxLength() || !cell.endsWith("%")) {
      return List.of();
    }
    List<CellPart> parts = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    int at = 0;
    while (at < cell.length()) {
      Optional<CellPart> item = item(cell, at, cell.indexOf('%', at));
      if (item.isEmpty() || !seen.add(item.get().member().toLowerCase(Locale.ROOT))) {
        return List.of();
      }
      parts.add(item.get());
      at = skipSeparator(cell, item.get().end());
    }
    return at > cell.length() ? List.of() : parts;
  }

  /** A name, a blank that a comma or a colon may precede, and the share that ends with the sign. */
  private static Optional<CellPart> item(String cell, int from, int sign) {
    if (sign < 0 || !Character.isLetter(cell.charAt(from))) {
      return Optional.empty();
    }
    int end = cell.charAt(sign - 1) == ' ' ? sign - 1 : sign;
    int start = end;
    while (start > from && (Digits.is(cell.charAt(start - 1)) || cell.charAt(start - 1) == '.')) {
      start--;
    }
    int name = nameEnd(cell, from, start);
    boolean whole = name > from && SHARE.matcher(cell).region(start, end).matches();
    return whole && !endsWithin(cell, from, name)
        ? Optional.of(
            new CellPart(
                Part.PERCENT,
                cell.substring(from, name),
                CellForms.toNumber(cell.substring(start, end)),
                null,
                from,
                sign + 1))
        : Optional.empty();
  }

  /** Where the name before a number ends; 0 where no blank parts them. */
  private static int nameEnd(String cell, int from, int number) {
    int end = number - 1;
    if (end <= from || cell.charAt(end) != ' ') {
      return 0;
    }
    if (",:".indexOf(cell.charAt(end - 1)) >= 0) {
      end--;
    }
    return end > from + 1 && cell.charAt(end - 1) == ' ' ? end - 1 : end;
  }

  /**
   * True if a comma or a colon within the name has a number behind it: a share without its sign.
   */
  private static boolean endsWithin(String cell, int from, int name) {
    for (int at = from; at < name; at++) {
      if (",:".indexOf(cell.charAt(at)) >= 0) {
        int next = at + 1 < name && cell.charAt(at + 1) == ' ' ? at + 2 : at + 1;
        if (Digits.is(cell.charAt(next))) {
          return true;
        }
      }
    }
    return false;
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
